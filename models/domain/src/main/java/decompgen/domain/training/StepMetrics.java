package decompgen.domain.training;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known of one step; means over its pairs, before the weights change.
 *
 * @param step from 1
 * @param epoch epochs done after it, a fraction
 * @param gradientNorm Euclidean, before clipping
 * @param tokensPerSecond tokens of prompts and completions that were computed
 * @param residentBytes memory of the process, its peak so far
 */
public record StepMetrics(
    int step,
    double epoch,
    PairMetrics pairs,
    double gradientNorm,
    double learningRate,
    double tokensPerSecond,
    long residentBytes) {

  /** By the names that TRL logs. */
  public Map<String, Double> named() {
    Map<String, Double> named = new LinkedHashMap<>(pairs.named());
    named.put("grad_norm", gradientNorm);
    named.put("learning_rate", learningRate);
    named.put("epoch", epoch);
    named.put("tokens_per_second", tokensPerSecond);
    named.put("memory_bytes", (double) residentBytes);
    return named;
  }
}
