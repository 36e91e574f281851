package decompgen.domain.verdict;

import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.CountClaim;
import decompgen.domain.claim.Vocabulary;
import decompgen.domain.claim.Vocabulary.Naming;
import decompgen.domain.claim.Vocabulary.Naming.Hypernym;
import decompgen.domain.claim.Vocabulary.Naming.Synonym;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether there are just so many: the true number is held to lie between the boxes that are surely
 * there and those that may be. Of the kinds of a class there are at most as many as of the class;
 * of what stands above several classes, and of more, there are at least as many as were found.
 */
record CountRule(Vocabulary vocabulary, Thresholds.Presence presence, Thresholds.Counting counting)
    implements Rule {
  @Override
  public String judge() {
    return "detector";
  }

  @Override
  public boolean judges(Claim claim) {
    return claim instanceof CountClaim;
  }

  /**
   * More than there may be are too many of any kind; none is supported that is not surely there.
   */
  @Override
  public boolean judgesOpenly() {
    return true;
  }

  @Override
  public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
    CountClaim count = (CountClaim) claim;
    Naming naming = vocabulary.detectorClass(count.noun());
    Sightings sightings = new Sightings(Sightings.labels(naming), located, presence);
    Verdict verdict = sightings.known() ? verdict(count.number(), naming, sightings) : UNANSWERABLE;
    return counting.confidence().ruling(verdict, sightings.evidence());
  }

  private Verdict verdict(int number, Naming naming, Sightings sightings) {
    int least = different(from(sightings.present(), counting.levels().present())).size();
    int most = different(from(sightings.possible(), counting.levels().absent())).size();
    if (most > counting.crowd()) return UNANSWERABLE;
    boolean bounded = !(naming instanceof Hypernym(_, boolean complete)) || complete;
    boolean alone = naming instanceof Synonym || naming instanceof Hypernym;
    if (bounded && number > most && contradictable(sightings)) return CONTRADICTED;
    if (alone && number < least) return CONTRADICTED;
    return alone && bounded && least == most && number == least ? SUPPORTED : UNANSWERABLE;
  }

  /** Whether things of these classes are never overlooked, as far as was measured. */
  private boolean contradictable(Sightings sightings) {
    return sightings.labels().stream().allMatch(label -> presence.of(label).absent() > 0);
  }

  private static List<Detection> from(List<Detection> boxes, double score) {
    return boxes.stream().filter(box -> box.score() >= score).toList();
  }

  /**
   * Without boxes that lie on a better one of the same noun: animals are one thing to two classes.
   */
  private List<Detection> different(List<Detection> boxes) {
    List<Detection> kept = new ArrayList<>();
    for (Detection box : boxes)
      if (kept.stream().noneMatch(known -> known.box().iou(box.box()) >= counting.duplicate()))
        kept.add(box);
    return kept;
  }
}
