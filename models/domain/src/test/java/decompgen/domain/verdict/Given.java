package decompgen.domain.verdict;

import decompgen.domain.claim.Basis;
import decompgen.domain.claim.Polarity;
import decompgen.domain.claim.Span;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.picture.Box;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Claims' bases and evidence in few words. */
final class Given {
  static final Basis BASIS = basis(Polarity.POSITIVE);
  static final Basis DENIED = basis(Polarity.NEGATIVE);
  static final Boxes NOTHING_LOCATED = new Boxes(List.of(), Map.of());

  private Given() {}

  private static Basis basis(Polarity polarity) {
    return new Basis(0, "words", polarity, List.of(new Span(0, 5)), List.of());
  }

  static Detection box(String label, double score, double x0, double y0, double x1, double y1) {
    return new Detection(label, score, new Box(x0, y0, x1, y1));
  }

  /** A box of that class and score, somewhere of its own. */
  static Detection box(String label, double score, int place) {
    double left = place / 20.0;
    return box(label, score, left, 0, left + .04, .1);
  }

  /** Boxes, with the scores of all classes known: each class's best box, else .01. */
  static Boxes located(Detection... boxes) {
    Map<String, Double> scores = new HashMap<>();
    for (String label : List.of("cat", "dog", "person", "couch", "fork")) scores.put(label, .01);
    for (Detection box : boxes) scores.merge(box.label(), box.score(), Math::max);
    return new Boxes(List.of(boxes), scores);
  }

  static Boxes scored(String label, double score) {
    return new Boxes(List.of(), Map.of(label, score));
  }

  static Ruling rule(Rule rule, decompgen.domain.claim.Claim claim, Boxes located) {
    return rule.rule(claim, located, List.of());
  }

  static Evidence.Lines read(String... lines) {
    return new Evidence.Lines(
        java.util.Arrays.stream(lines)
            .map(text -> new Evidence.Line(text, .9, new Box(0, 0, 1, .1)))
            .toList());
  }
}
