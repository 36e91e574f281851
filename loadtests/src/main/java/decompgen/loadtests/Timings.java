package decompgen.loadtests;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Measured times in milliseconds, sorted; at least one. */
public record Timings(double[] sortedMillis) {
  public Timings {
    if (sortedMillis.length == 0) throw new IllegalArgumentException("nothing was measured");
    sortedMillis = sortedMillis.clone();
    Arrays.sort(sortedMillis);
  }

  public static Timings of(DoubleStream millis) {
    return new Timings(millis.toArray());
  }

  public int count() {
    return sortedMillis.length;
  }

  public double mean() {
    return DoubleStream.of(sortedMillis).average().orElseThrow();
  }

  public double median() {
    return percentile(50);
  }

  /** The smallest time that at least this share of all, in percent, do not pass (nearest rank). */
  public double percentile(double percent) {
    if (!(0 < percent && percent <= 100)) throw new IllegalArgumentException("percent: " + percent);
    int rank = (int) Math.ceil(percent / 100 * sortedMillis.length);
    return sortedMillis[rank - 1];
  }
}
