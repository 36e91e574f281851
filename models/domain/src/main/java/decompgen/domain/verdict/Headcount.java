package decompgen.domain.verdict;

import decompgen.domain.evidence.Detection;
import decompgen.domain.picture.Box;
import decompgen.domain.verdict.Thresholds.Counting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Between which numbers the number of things of one noun lies, as far as boxes tell. A detector
 * often sees one thing twice: overlapping boxes make the lower number smaller, weak boxes upon
 * better ones do not make the upper one larger.
 *
 * @param least boxes that are surely there, and surely different things
 * @param most boxes that may be there, and may be different things
 */
record Headcount(int least, int most) {
  static final Headcount ONE = new Headcount(1, 1);

  /** Sure boxes that overlap so much (intersection over union) may be one thing. */
  private static final double MAYBE_ONE = .35;

  /** A weak box that shares so much of itself or of a better box is no other thing. */
  private static final double UPON = .7;

  static Headcount of(Sightings sightings, Counting counting) {
    double sure = counting.levels().present();
    double doubtful = sightings.small() ? counting.small() : counting.levels().absent();
    List<Detection> surely = from(sightings.present(), sure);
    List<Detection> maybe =
        from(sightings.possible(), doubtful).stream()
            .filter(box -> box.score() >= sure || !otherwiseNamed(box, sightings))
            .toList();
    return new Headcount(
        different(surely, (better, box) -> better.box().iou(box.box()) >= MAYBE_ONE),
        different(
            maybe,
            (better, box) ->
                better.box().iou(box.box()) >= counting.duplicate()
                    || (box.score() < sure && upon(better.box(), box.box()))));
  }

  /** Whether there are fewer; of many, one in five may be overlooked. */
  boolean fewerThan(int number) {
    return number > most + most / 5;
  }

  private static List<Detection> from(List<Detection> boxes, double score) {
    return boxes.stream().filter(box -> box.score() >= score).toList();
  }

  /** Boxes that are no double of a better one; best first. */
  private static int different(List<Detection> boxes, BiPredicate<Detection, Detection> doubles) {
    List<Detection> kept = new ArrayList<>();
    for (Detection box : boxes)
      if (kept.stream().noneMatch(better -> doubles.test(better, box))) kept.add(box);
    return kept.size();
  }

  private static boolean upon(Box better, Box box) {
    return better.inside(box) >= UPON || box.inside(better) >= UPON;
  }

  /** Whether a better box of another class is the same: a dog is taken for a horse too. */
  private static boolean otherwiseNamed(Detection box, Sightings sightings) {
    return sightings.located().boxes().stream()
        .filter(other -> other.score() > box.score())
        .filter(other -> !sightings.labels().contains(other.label()))
        .anyMatch(other -> other.box().iou(box.box()) >= UPON);
  }
}
