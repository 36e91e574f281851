package decompgen.domain.training;

import static java.util.Objects.requireNonNull;

import decompgen.domain.error.Range;

/**
 * A low-rank adapter (Hu et al. 2021): W + scaling · B A on each target.
 *
 * @param rank r, 1 to 1024
 * @param alpha numerator of the scaling, &gt; 0
 * @param dropout share of an adapter's inputs set to zero while training, 0 to below 1
 * @param rankStabilised scaling alpha / √r (Kalajdzievski 2023) instead of alpha / r
 */
public record LoraSettings(
    int rank, double alpha, double dropout, boolean rankStabilised, Targets targets) {
  public LoraSettings {
    Range.check(rank >= 1 && rank <= 1024, "lora.rank", rank, "1 to 1024");
    Range.check(alpha > 0 && alpha < 1e6, "lora.alpha", alpha, "above 0");
    Range.check(dropout >= 0 && dropout < 1, "lora.dropout", dropout, "0 to below 1");
    requireNonNull(targets, "targets");
  }

  /** What the product B A is multiplied with. */
  public double scaling() {
    return rankStabilised ? alpha / Math.sqrt(rank) : alpha / rank;
  }
}
