package decompgen.domain.training;

import decompgen.domain.error.Range;

/**
 * Which pairs a step sees.
 *
 * @param pairs pairs computed at once, 1 to 1024
 * @param accumulation how many times that before the weights change, 1 to 1024
 * @param epochs times that every pair is seen, 1 to 1000
 * @param maxSteps ends the training earlier; 0: the epochs decide
 * @param shuffle whether every epoch has an order of its own, drawn from the seed
 * @param seed of order, first weights and dropout
 */
public record BatchSettings(
    int pairs, int accumulation, int epochs, int maxSteps, boolean shuffle, long seed) {
  public BatchSettings {
    Range.check(pairs >= 1 && pairs <= 1024, "batch.pairs", pairs, "1 to 1024");
    Range.check(
        accumulation >= 1 && accumulation <= 1024, "batch.accumulation", accumulation, "1 to 1024");
    Range.check(epochs >= 1 && epochs <= 1000, "batch.epochs", epochs, "1 to 1000");
    Range.check(maxSteps >= 0, "batch.max-steps", maxSteps, "0 or more");
  }

  /** Pairs of one step. */
  public int pairsPerStep() {
    return pairs * accumulation;
  }

  /** Steps of an epoch; the last may have fewer pairs. */
  public int stepsPerEpoch(int pairCount) {
    return Math.ceilDiv(pairCount, pairsPerStep());
  }

  /** Steps of the whole training. */
  public int steps(int pairCount) {
    long all = (long) stepsPerEpoch(pairCount) * epochs;
    return Math.toIntExact(maxSteps == 0 ? all : Math.min(all, maxSteps));
  }
}
