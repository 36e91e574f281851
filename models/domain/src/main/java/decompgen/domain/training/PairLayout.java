package decompgen.domain.training;

/** How chosen and rejected lie in a batch; loss and gradients are equal where dropout is 0. */
public enum PairLayout {
  /** Two rows a pair, each prompt and completion. */
  PLAIN,
  /**
   * One row a pair: prompt, chosen, rejected, the last blind to the second. The prompt is computed
   * once; with dropout both completions see the prompt through one mask.
   */
  SHARED_PREFIX
}
