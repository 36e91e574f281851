package decompgen.torch.train;

import decompgen.domain.training.OptimizerSettings;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Torch;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * AdamW (Loshchilov and Hutter 2019, Algorithm 2), operation for operation as PyTorch computes it,
 * on one buffer of weights. Its state is two buffers and the number of steps.
 */
final class AdamW implements AutoCloseable {
  private final OptimizerSettings settings;
  private final Tensor weights;
  private final Tensor gradients;
  private final Tensor mean;
  private final Tensor squares;

  /**
   * @param weights f32 [n], changed by every step
   * @param gradients f32 [n]
   */
  AdamW(OptimizerSettings settings, Tensor weights, Tensor gradients) {
    this.settings = settings;
    this.weights = weights;
    this.gradients = gradients;
    try (TensorScope _ = TensorScope.open()) {
      this.mean = torch.zeros_like(weights);
      this.squares = torch.zeros_like(weights);
      TensorScope.keep(mean);
      TensorScope.keep(squares);
    }
  }

  /** Decaying mean of gradients, {@code exp_avg}: f32 [n]. */
  Tensor mean() {
    return mean;
  }

  /** Decaying mean of squared gradients, {@code exp_avg_sq}: f32 [n]. */
  Tensor squares() {
    return squares;
  }

  /**
   * Shortens the gradient to the longest allowed, as {@code clip_grad_norm_} does.
   *
   * @return its Euclidean length before; NaN or infinite when an element is
   */
  double clip() {
    return Torch.withoutGradients(
        () -> {
          try (TensorScope _ = TensorScope.open()) {
            double norm = gradients.norm().item_double();
            double scale = settings.clipNorm() / (norm + 1e-6);
            if (settings.clipNorm() > 0 && scale < 1) gradients.mul_(new Scalar(scale));
            return norm;
          }
        });
  }

  /**
   * Moves the weights against the gradient, which is zero then.
   *
   * @param step from 1
   */
  void step(long step, double learningRate) {
    Torch.withoutGradients(
        () -> {
          try (TensorScope _ = TensorScope.open()) {
            move(step, learningRate);
            return gradients.zero_();
          }
        });
  }

  private void move(long step, double learningRate) {
    double beta1 = settings.beta1();
    double beta2 = settings.beta2();
    weights.mul_(new Scalar(1 - learningRate * settings.weightDecay()));
    mean.lerp_(gradients, new Scalar(1 - beta1));
    squares.mul_(new Scalar(beta2)).addcmul_(gradients, gradients, new Scalar(1 - beta2));
    double correction = Math.sqrt(1 - Math.pow(beta2, step));
    Tensor denominator =
        squares.sqrt().div_(new Scalar(correction)).add_(new Scalar(settings.epsilon()));
    weights.addcdiv_(mean, denominator, new Scalar(-learningRate / (1 - Math.pow(beta1, step))));
  }

  @Override
  public void close() {
    mean.close();
    squares.close();
  }
}
