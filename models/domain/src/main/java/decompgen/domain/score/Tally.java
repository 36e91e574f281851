package decompgen.domain.score;

import decompgen.domain.verdict.Verdict;
import java.util.OptionalDouble;

/**
 * Verdicts counted.
 *
 * @param claims all claims, decided or not
 */
public record Tally(int claims, int supported, int contradicted) {
  public static final Tally NONE = new Tally(0, 0, 0);

  public Tally {
    if (!(supported >= 0 && contradicted >= 0 && supported + contradicted <= claims))
      throw new IllegalArgumentException(supported + " + " + contradicted + " of " + claims);
  }

  /** With one more claim that has this verdict. */
  public Tally plus(Verdict verdict) {
    return new Tally(
        claims + 1,
        supported + (verdict == Verdict.SUPPORTED ? 1 : 0),
        contradicted + (verdict == Verdict.CONTRADICTED ? 1 : 0));
  }

  /**
   * Supported / decided, in [0,1]; absent when nothing is decided. The source's score (arXiv
   * 2411.13697, §3.2) is this - 1.
   */
  public OptionalDouble trust() {
    int decided = supported + contradicted;
    return decided == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) supported / decided);
  }

  /**
   * The score of the source's released code, in [-1,0]: trust - 1. Its fault is kept: a response
   * with nothing decided scores 0, the best.
   */
  public double sourceScore() {
    return trust().orElse(1) - 1;
  }

  /** Decided / all, in [0,1]; 0 when there are no claims. */
  public double coverage() {
    return claims == 0 ? 0 : (double) (supported + contradicted) / claims;
  }
}
