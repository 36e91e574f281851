package decompgen.domain.dpo;

/** How the log-probabilities of a completion's tokens become one number. */
public enum Measure {
  /** Their sum, log π(y|x): what the equations of the papers mean. */
  SUM,
  /** Their mean, so that length does not count. */
  AVERAGE;

  double of(CompletionLogProb completion) {
    return switch (this) {
      case SUM -> completion.sum();
      case AVERAGE -> completion.average();
    };
  }

  /** The measure's derivative by the sum. */
  double slope(CompletionLogProb completion) {
    return switch (this) {
      case SUM -> 1;
      case AVERAGE -> 1.0 / completion.tokens();
    };
  }
}
