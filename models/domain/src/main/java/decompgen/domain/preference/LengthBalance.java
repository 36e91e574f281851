package decompgen.domain.preference;

import static java.util.Comparator.comparingInt;

import java.util.List;

/**
 * Keeps pairs from teaching length instead of truth: leaves out pairs of the heavier side, the most
 * unequal first, until chosen responses are on average longer than rejected ones by a share of the
 * mean length. One-sided rules ("chosen must not be shorter") backfire; see DECISIONS of
 * models/torch.
 *
 * @param target that share, such as −.05: chosen a little shorter, as it names fewer things
 */
public record LengthBalance(double target) {
  public LengthBalance {
    if (!(Math.abs(target) < 1)) throw new IllegalArgumentException("length-balance: " + target);
  }

  /** The pairs that are kept, the most unequal first. */
  public <R> List<Preference<R>> balance(List<Preference<R>> pairs) {
    double wanted = target * pairs.stream().mapToInt(Preference::words).average().orElse(0) / 2;
    double mean = pairs.stream().mapToInt(Preference::longerBy).average().orElse(wanted);
    int heavier = mean < wanted ? 1 : -1;
    List<Preference<R>> byWeight =
        pairs.stream()
            .sorted(comparingInt((Preference<R> pair) -> heavier * pair.longerBy()))
            .toList();
    int dropped = 0;
    double sum = mean * pairs.size();
    while (dropped < pairs.size() && heavier * (wanted - sum / (pairs.size() - dropped)) > 0)
      sum -= byWeight.get(dropped++).longerBy();
    return byWeight.subList(dropped, pairs.size());
  }
}
