package decompgen.domain.dpo;

/**
 * Log-probability of a completion y under a model, given its prompt x.
 *
 * @param sum Σ log π(y_t | x, y_&lt;t) over the completion's tokens, natural log, normally ≤ 0
 * @param tokens tokens of the completion, ≥ 1
 */
public record CompletionLogProb(double sum, int tokens) {
  public CompletionLogProb {
    if (!(tokens >= 1)) throw new IllegalArgumentException("tokens: " + tokens);
  }

  /** The mean of a token. */
  public double average() {
    return sum / tokens;
  }
}
