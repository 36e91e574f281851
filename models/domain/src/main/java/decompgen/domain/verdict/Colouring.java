package decompgen.domain.verdict;

import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;
import static java.util.Objects.requireNonNull;

import decompgen.domain.evidence.Evidence.Colours;
import decompgen.domain.expert.Colour;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What shares of named colours say of a thing's colour.
 *
 * @param shares of a colour in a thing's box: from {@code present} on the thing has it
 * @param neutrals the same for black, grey and white, which windows, shadows and gleams have on all
 *     things
 * @param dominant below {@code absent} it has not, when colours that do not resemble it have at
 *     least this share together
 * @param trace a picture with less than this share of a colour and its likes has no thing of it
 */
public record Colouring(
    Levels shares, Levels neutrals, double dominant, double trace, Confidence confidence) {
  public Colouring {
    requireNonNull(shares, "shares");
    requireNonNull(neutrals, "neutrals");
    if (!(0 <= dominant && dominant <= 1))
      throw new IllegalArgumentException("dominant: " + dominant);
    if (!(0 <= trace && trace <= 1)) throw new IllegalArgumentException("trace: " + trace);
    requireNonNull(confidence, "confidence");
  }

  /** One box of the colour is enough; to contradict, none may have it. */
  Ruling ruling(Colour colour, List<Colours> boxes) {
    List<Verdict> verdicts = boxes.stream().map(box -> verdict(colour, box)).toList();
    Colours most =
        boxes.stream().max(Comparator.comparingDouble(box -> share(colour, box))).orElseThrow();
    Verdict verdict = verdicts.contains(SUPPORTED) ? SUPPORTED : Verdict.agreed(verdicts);
    return confidence.ruling(verdict, most);
  }

  private Verdict verdict(Colour colour, Colours box) {
    Levels levels = colour.neutral() ? neutrals : shares;
    return switch (levels.verdict(share(colour, box))) {
      case SUPPORTED -> SUPPORTED;
      case CONTRADICTED -> 1 - alike(colour, box) >= dominant ? CONTRADICTED : UNANSWERABLE;
      case NOT_APPLICABLE, UNANSWERABLE -> UNANSWERABLE;
    };
  }

  /** The share of the colour and of those that light or shade may turn into it. */
  static double alike(Colour colour, Colours seen) {
    return seen.shares().entrySet().stream()
        .filter(share -> Colour.named(share.getKey()).orElseThrow().like(colour))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  private static double share(Colour colour, Colours seen) {
    return seen.shares().getOrDefault(colour.word(), 0.0);
  }
}
