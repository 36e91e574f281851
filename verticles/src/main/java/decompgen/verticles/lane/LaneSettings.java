package decompgen.verticles.lane;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Bounds of one lane.
 *
 * @param queue requests that may hold a place at once; one more is refused
 * @param threads platform threads that run the work
 * @param maxBatch most questions answered in one call, 1 where the model's batch dimension is fixed
 * @param maxDelay longest wait for a batch to fill, once it has its first question
 */
public record LaneSettings(String name, int queue, int threads, int maxBatch, Duration maxDelay) {
  public LaneSettings {
    requireNonNull(name, "name");
    requirePositive(name, "queue", queue);
    requirePositive(name, "threads", threads);
    requirePositive(name, "max-batch", maxBatch);
    if (maxDelay.isNegative())
      throw new IllegalArgumentException(name + ": max-delay: " + maxDelay);
  }

  private static void requirePositive(String lane, String key, int value) {
    if (!(value >= 1)) throw new IllegalArgumentException(lane + ": " + key + ": " + value);
  }
}
