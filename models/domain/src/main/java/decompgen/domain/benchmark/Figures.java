package decompgen.domain.benchmark;

import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;

import decompgen.domain.verdict.Verdict;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Figures of judged sentences; those but coverage are of the decided ones, and not a number when
 * there are none.
 *
 * @param sentences how many there are
 * @param coverage decided / all
 * @param accuracy right / decided
 * @param macroF1 mean of the F1 of "supported" for true and "contradicted" for false sentences
 * @param ece expected calibration error of their scores, as {@link Reliability} has it
 */
public record Figures(int sentences, double coverage, double accuracy, double macroF1, double ece) {
  public static Figures of(List<Outcome> outcomes) {
    List<Outcome> decided =
        outcomes.stream().filter(outcome -> outcome.verdict().decided()).toList();
    return new Figures(
        outcomes.size(),
        (double) decided.size() / outcomes.size(),
        (double) decided.stream().filter(Outcome::right).count() / decided.size(),
        (f1(decided, SUPPORTED, true) + f1(decided, CONTRADICTED, false)) / 2,
        Reliability.of(decided).ece());
  }

  private static double f1(List<Outcome> decided, Verdict verdict, boolean holds) {
    long said = decided.stream().filter(outcome -> outcome.verdict() == verdict).count();
    long are = decided.stream().filter(outcome -> outcome.sentence().holds() == holds).count();
    long both =
        decided.stream().filter(outcome -> outcome.verdict() == verdict && outcome.right()).count();
    return said + are == 0 ? Double.NaN : 2.0 * both / (said + are);
  }

  /** Lower and upper bound. */
  public record Interval(double from, double to) {}

  /**
   * The middle 95 % of a figure over resamples of photos with replacement (Efron 1979), the same
   * for the same seed. Resamples for which it is not a number are left out; without any left the
   * bounds are not numbers either.
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
    double[] values =
        IntStream.range(0, resamples)
            .mapToDouble(_ -> figure.applyAsDouble(of(drawn(photos, random))))
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .toArray();
    if (values.length == 0) return new Interval(Double.NaN, Double.NaN);
    return new Interval(
        values[(int) (.025 * values.length)], values[(int) (.975 * (values.length - 1))]);
  }

  private static List<Outcome> drawn(List<List<Outcome>> photos, SplittableRandom random) {
    return IntStream.range(0, photos.size())
        .mapToObj(_ -> photos.get(random.nextInt(photos.size())))
        .flatMap(List::stream)
        .toList();
  }
}
