package decompgen.domain.verdict;

import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;

import decompgen.domain.evidence.Evidence;

/**
 * How often claims are true that a rule decided, measured at base rate .5: among the supported, in
 * [.5,1], and among the contradicted, in [0,.5].
 */
public record Confidence(double supported, double contradicted) {
  public Confidence {
    if (!(.5 <= supported && supported <= 1 && 0 <= contradicted && contradicted <= .5))
      throw new IllegalArgumentException(
          "confidence: supported " + supported + ", contradicted " + contradicted);
  }

  /** The ruling with this verdict and the score that goes with it; .5 when undecided. */
  public Ruling ruling(Verdict verdict, Evidence evidence) {
    return switch (verdict) {
      case SUPPORTED -> new Ruling(SUPPORTED, supported, evidence);
      case CONTRADICTED -> new Ruling(CONTRADICTED, contradicted, evidence);
      case NOT_APPLICABLE -> Ruling.notApplicable(evidence);
      case UNANSWERABLE -> Ruling.unanswerable(evidence);
    };
  }
}
