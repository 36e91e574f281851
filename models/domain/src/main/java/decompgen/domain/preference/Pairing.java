package decompgen.domain.preference;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.List;

/**
 * Which responses to one prompt make a pair.
 *
 * @param minDifference least difference of trust, above 0
 * @param minDecided least number of decided claims on either side, so that vagueness does not win
 * @param maxLengthRatio most words of one side for each word of the other, at least 1
 * @param maxPairs most pairs of one prompt, those of the largest difference
 */
public record Pairing(double minDifference, int minDecided, double maxLengthRatio, int maxPairs) {
  public static final Pairing DEFAULT = new Pairing(.3, 3, 2, 6);

  /** Differences are sums of rounded shares: 0.8 less 0.5 must count as 0.3. */
  private static final double ROUNDING = 1e-9;

  public Pairing {
    if (!(minDifference > 0 && minDifference <= 1))
      throw new IllegalArgumentException("min-difference: " + minDifference);
    if (minDecided < 1) throw new IllegalArgumentException("min-decided: " + minDecided);
    if (!(maxLengthRatio >= 1))
      throw new IllegalArgumentException("max-length-ratio: " + maxLengthRatio);
    if (maxPairs < 1) throw new IllegalArgumentException("max-per-prompt: " + maxPairs);
  }

  /** The pairs among responses to one prompt, largest difference first. */
  public <R> List<Preference<R>> pairs(List<Candidate<R>> responses) {
    List<Preference<R>> pairs = new ArrayList<>();
    for (Candidate<R> chosen : responses)
      for (Candidate<R> rejected : responses)
        if (fit(chosen, rejected)) pairs.add(new Preference<>(chosen, rejected));
    return pairs.stream()
        .sorted(comparingDouble(pair -> -pair.difference()))
        .limit(maxPairs)
        .toList();
  }

  private boolean fit(Candidate<?> chosen, Candidate<?> rejected) {
    int longer = Math.max(chosen.words(), rejected.words());
    int shorter = Math.min(chosen.words(), rejected.words());
    return chosen.trust() - rejected.trust() >= minDifference - ROUNDING
        && Math.min(chosen.decided(), rejected.decided()) >= minDecided
        && longer <= maxLengthRatio * shorter;
  }
}
