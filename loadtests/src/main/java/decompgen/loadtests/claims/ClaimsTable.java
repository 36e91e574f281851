package decompgen.loadtests.claims;

import decompgen.domain.benchmark.Figures;
import decompgen.domain.benchmark.Figures.Interval;
import decompgen.domain.benchmark.Outcome;
import decompgen.domain.claim.Aspect;
import decompgen.loadtests.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The figures of all sentences and of those about one aspect, with intervals over photos. */
final class ClaimsTable {
  private static final int RESAMPLES = 1000;
  private static final long SEED = 1;

  private final Table table =
      new Table("sentences about", "n", "coverage", "accuracy", "macro-F1", "ECE");

  /** Rows for each aspect that occurs, then one for all under this name. */
  ClaimsTable(String all, List<Outcome> outcomes) {
    for (Aspect aspect : Aspect.values()) row(aspect.word(), about(Optional.of(aspect), outcomes));
    row("no claims", about(Optional.empty(), outcomes));
    row(all, outcomes);
  }

  private static List<Outcome> about(Optional<Aspect> aspect, List<Outcome> outcomes) {
    return outcomes.stream().filter(outcome -> outcome.aspect().equals(aspect)).toList();
  }

  /** One more row, none when there are no sentences. */
  ClaimsTable row(String name, List<Outcome> outcomes) {
    if (!outcomes.isEmpty())
      table.row(
          name,
          outcomes.size(),
          cell(outcomes, Figures::coverage),
          cell(outcomes, Figures::accuracy),
          cell(outcomes, Figures::macroF1),
          cell(outcomes, Figures::ece));
    return this;
  }

  /** The rows as they are printed, the head first. */
  List<List<String>> rows() {
    return table.rows();
  }

  /** A figure with its interval, a dash when it is not a number. */
  static String cell(List<Outcome> outcomes, ToDoubleFunction<Figures> figure) {
    double value = figure.applyAsDouble(Figures.of(outcomes));
    if (Double.isNaN(value)) return "-";
    Interval interval = Figures.bootstrap(outcomes, figure, RESAMPLES, SEED);
    return "%s (%s-%s)"
        .formatted(
            share(value, "%.3f"), share(interval.from(), "%.2f"), share(interval.to(), "%.2f"));
  }

  /** A share without its leading zero: {@code .966}, {@code 1}. */
  private static String share(double value, String format) {
    String text = String.format(Locale.ROOT, format, value);
    if (text.startsWith("1")) return "1";
    return text.startsWith("0") ? text.substring(1) : text;
  }

  @Override
  public String toString() {
    return table.toString();
  }
}
