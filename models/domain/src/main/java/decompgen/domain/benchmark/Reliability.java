package decompgen.domain.benchmark;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How scores and truth go together: decided sentences in ten equal bins of their score (Guo et al.
 * 2017, section 2).
 *
 * @param bins those that are not empty, lowest scores first
 */
public record Reliability(List<Bin> bins) {
  private static final int BINS = 10;

  /** Sentences of like scores: how many, their mean score, the share of true ones in [0,1]. */
  public record Bin(int sentences, double meanScore, double trueShare) {
    private static Bin of(List<Outcome> outcomes) {
      return new Bin(
          outcomes.size(),
          outcomes.stream().mapToDouble(Outcome::score).average().orElseThrow(),
          (double) outcomes.stream().filter(outcome -> outcome.sentence().holds()).count()
              / outcomes.size());
    }
  }

  public Reliability {
    bins = List.copyOf(bins);
  }

  /** The undecided are left out. */
  public static Reliability of(List<Outcome> outcomes) {
    Map<Integer, List<Outcome>> bins =
        outcomes.stream()
            .filter(outcome -> outcome.verdict().decided())
            .collect(
                Collectors.groupingBy(
                    outcome -> Math.min(BINS - 1, (int) (outcome.score() * BINS)),
                    TreeMap::new,
                    Collectors.toList()));
    return new Reliability(bins.values().stream().map(Bin::of).toList());
  }

  /** How many sentences the bins hold. */
  public int sentences() {
    return bins.stream().mapToInt(Bin::sentences).sum();
  }

  /**
   * Expected calibration error (Eq. 5): |mean score - share of true| of the bins, weighted by their
   * sentences; not a number when there are none.
   */
  public double ece() {
    double sum = 0;
    for (Bin bin : bins) sum += bin.sentences() * Math.abs(bin.meanScore() - bin.trueShare());
    return sum / sentences();
  }
}
