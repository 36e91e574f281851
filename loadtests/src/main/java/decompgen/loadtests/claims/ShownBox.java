package decompgen.loadtests.claims;

import decompgen.domain.benchmark.DecidedClaim;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.picture.Box;
import decompgen.server.cli.EvidenceWords;
import java.util.List;
import java.util.stream.Stream;

/** A box of an expert's evidence over a photo, in the pixels of the photo as shown. */
public record ShownBox(
    double x, double y, double width, double height, String label, String verdict) {
  private static final int MOST = 20;

  /** Where the experts looked for a claim, the same place once. */
  static List<ShownBox> of(DecidedClaim claim, ShownPhoto photo) {
    return claim.judgements().stream()
        .flatMap(judgement -> places(judgement.ruling().evidence()))
        .distinct()
        .limit(MOST)
        .map(place -> place.on(photo, claim.verdict().word()))
        .toList();
  }

  private record Place(Box box, String label) {
    ShownBox on(ShownPhoto photo, String verdict) {
      return new ShownBox(
          box.x0() * photo.width(),
          box.y0() * photo.height(),
          box.width() * photo.width(),
          box.height() * photo.height(),
          label,
          verdict);
    }
  }

  private static Stream<Place> places(Evidence evidence) {
    return switch (evidence) {
      case Evidence.Boxes(var boxes, _) ->
          boxes.stream().map(box -> place(box.box(), box.label(), box.score()));
      case Evidence.Labels(var region, var labels) ->
          labels.stream().limit(1).map(label -> place(region, label.label(), label.score()));
      case Evidence.Lines(var lines, _) ->
          lines.stream().map(line -> place(line.box(), line.text(), line.score()));
      case Evidence.Colours(var region, _) -> Stream.of(new Place(region, "colours"));
      case Evidence.None() -> Stream.empty();
    };
  }

  private static Place place(Box box, String label, double score) {
    return new Place(box, label + " " + EvidenceWords.score(score));
  }
}
