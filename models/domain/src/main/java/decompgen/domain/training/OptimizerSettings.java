package decompgen.domain.training;

import decompgen.domain.error.Range;

/**
 * AdamW (Loshchilov and Hutter 2019, Algorithm 2) as PyTorch has it.
 *
 * @param learningRate highest rate of the schedule, 0 to 1
 * @param beta1 decay of the gradient's mean
 * @param beta2 decay of the squared gradient's mean
 * @param epsilon added to the root of the second, &gt; 0
 * @param weightDecay decoupled; a step shrinks weights by rate · decay
 * @param clipNorm longest gradient; longer ones are shortened to it, 0 clips nothing
 */
public record OptimizerSettings(
    double learningRate,
    double beta1,
    double beta2,
    double epsilon,
    double weightDecay,
    double clipNorm) {
  public OptimizerSettings {
    Range.check(
        learningRate > 0 && learningRate <= 1, "optimizer.learning-rate", learningRate, "0 to 1");
    Range.check(beta1 >= 0 && beta1 < 1, "optimizer.beta1", beta1, "0 to below 1");
    Range.check(beta2 >= 0 && beta2 < 1, "optimizer.beta2", beta2, "0 to below 1");
    Range.check(epsilon > 0 && epsilon < 1, "optimizer.epsilon", epsilon, "above 0");
    Range.check(
        weightDecay >= 0 && weightDecay <= 1, "optimizer.weight-decay", weightDecay, "0 to 1");
    Range.check(
        clipNorm >= 0 && Double.isFinite(clipNorm), "optimizer.clip-norm", clipNorm, "0 or more");
  }

  /** The usual values around a learning rate: .9, .999, 1e-8, no decay, clipped at 1. */
  public static OptimizerSettings of(double learningRate) {
    return new OptimizerSettings(learningRate, .9, .999, 1e-8, 0, 1);
  }
}
