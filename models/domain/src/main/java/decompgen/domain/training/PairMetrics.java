package decompgen.domain.training;

import decompgen.domain.dpo.DpoLoss;
import decompgen.domain.dpo.PairLogProbs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Means over pairs.
 *
 * @param accuracy share of the pairs whose chosen completion is rewarded more
 * @param chosenLogps sums of log-probabilities under the policy
 */
public record PairMetrics(
    double loss,
    double chosenReward,
    double rejectedReward,
    double margin,
    double accuracy,
    double chosenLogps,
    double rejectedLogps) {

  /** One pair's step, and the policy's log-probabilities it was made from. */
  public record Seen(DpoLoss.Step step, PairLogProbs policy) {}

  /** The means; of no pairs, not a number. */
  public static PairMetrics of(List<Seen> pairs) {
    return new PairMetrics(
        mean(pairs, seen -> seen.step().loss()),
        mean(pairs, seen -> seen.step().chosenReward()),
        mean(pairs, seen -> seen.step().rejectedReward()),
        mean(pairs, seen -> seen.step().margin()),
        mean(pairs, seen -> seen.step().accurate() ? 1 : 0),
        mean(pairs, seen -> seen.policy().chosen().sum()),
        mean(pairs, seen -> seen.policy().rejected().sum()));
  }

  private static double mean(List<Seen> pairs, ToDoubleFunction<Seen> value) {
    return pairs.stream().mapToDouble(value).average().orElse(Double.NaN);
  }

  /** By the names that TRL logs. */
  public Map<String, Double> named() {
    Map<String, Double> named = new LinkedHashMap<>();
    named.put("loss", loss);
    named.put("rewards/chosen", chosenReward);
    named.put("rewards/rejected", rejectedReward);
    named.put("rewards/margins", margin);
    named.put("rewards/accuracies", accuracy);
    named.put("logps/chosen", chosenLogps);
    named.put("logps/rejected", rejectedLogps);
    return named;
  }
}
