package decompgen.domain.benchmark;

import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;

import decompgen.domain.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Figures of judged sentences; those but coverage are of the decided ones, and not a number when
 * there are none.
 *
 * @param sentences how many there are
 * @param coverage decided / all
 * @param accuracy right / decided
 * @param macroF1 mean of the F1 of "supported" for true and "contradicted" for false sentences
 * @param ece expected calibration error: |mean score - share of true| over ten equal bins of the
 *     score, weighted by their sentences (Guo et al. 2017, Eq. 5)
 */
public record Figures(int sentences, double coverage, double accuracy, double macroF1, double ece) {
  private static final int BINS = 10;

  public static Figures of(List<Outcome> outcomes) {
    List<Outcome> decided =
        outcomes.stream().filter(outcome -> outcome.verdict().decided()).toList();
    return new Figures(
        outcomes.size(),
        (double) decided.size() / outcomes.size(),
        (double) decided.stream().filter(Outcome::right).count() / decided.size(),
        (f1(decided, SUPPORTED, true) + f1(decided, CONTRADICTED, false)) / 2,
        ece(decided));
  }

  private static double f1(List<Outcome> decided, Verdict verdict, boolean holds) {
    long said = decided.stream().filter(outcome -> outcome.verdict() == verdict).count();
    long are = decided.stream().filter(outcome -> outcome.sentence().holds() == holds).count();
    long both =
        decided.stream().filter(outcome -> outcome.verdict() == verdict && outcome.right()).count();
    return said + are == 0 ? Double.NaN : 2.0 * both / (said + are);
  }

  private static double ece(List<Outcome> decided) {
    Map<Integer, List<Outcome>> bins =
        decided.stream()
            .collect(
                Collectors.groupingBy(
                    outcome -> Math.min(BINS - 1, (int) (outcome.score() * BINS))));
    double sum = 0;
    for (List<Outcome> bin : bins.values())
      sum +=
          Math.abs(
              bin.stream().mapToDouble(Outcome::score).sum()
                  - bin.stream().filter(outcome -> outcome.sentence().holds()).count());
    return sum / decided.size();
  }

  /** Lower and upper bound. */
  public record Interval(double from, double to) {}

  /**
   * The middle 95 % of a figure over resamples of photos with replacement (Efron 1979), the same
   * for the same seed.
   */
  public static Interval bootstrap(
      List<Outcome> outcomes, ToDoubleFunction<Figures> figure, int resamples, long seed) {
    List<List<Outcome>> photos =
        List.copyOf(
            outcomes.stream()
                .collect(
                    Collectors.groupingBy(
                        outcome -> outcome.sentence().photo(), TreeMap::new, Collectors.toList()))
                .values());
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      List<Outcome> drawn = new ArrayList<>();
      for (int n = 0; n < photos.size(); n++)
        drawn.addAll(photos.get(random.nextInt(photos.size())));
      values[i] = figure.applyAsDouble(of(drawn));
    }
    Arrays.sort(values);
    return new Interval(values[(int) (.025 * resamples)], values[(int) (.975 * (resamples - 1))]);
  }
}
