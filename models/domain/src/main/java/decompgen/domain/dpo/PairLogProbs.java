package decompgen.domain.dpo;

import static java.util.Objects.requireNonNull;

/** Log-probabilities of a pair's two completions under one model. */
public record PairLogProbs(CompletionLogProb chosen, CompletionLogProb rejected) {
  public PairLogProbs {
    requireNonNull(chosen, "chosen");
    requireNonNull(rejected, "rejected");
  }
}
