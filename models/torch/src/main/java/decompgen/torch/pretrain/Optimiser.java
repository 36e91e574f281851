package decompgen.torch.pretrain;

import decompgen.torch.memory.TensorScope;
import java.util.List;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** AdamW with a warm-up, then a cosine down to nothing; gradients are clipped to norm 1. */
final class Optimiser implements AutoCloseable {
  private static final int WARM_UP = 50;

  private final TensorVector parameters;
  private final AdamW adam;
  private final double peak;
  private final int steps;
  private int step;

  Optimiser(List<Tensor> parameters, double peak, int steps) {
    this.parameters = new TensorVector(parameters.toArray(Tensor[]::new));
    this.parameters.retainReference();
    this.adam = new AdamW(this.parameters, new AdamWOptions(peak));
    this.adam.retainReference();
    this.peak = peak;
    this.steps = steps;
  }

  /** One step against the gradient of a loss. */
  void step(Tensor loss) {
    try (TensorScope _ = TensorScope.open()) {
      adam.zero_grad();
      loss.backward();
      torch.clip_grad_norm_(parameters, 1);
      adam.param_groups().get(0).options().set_lr(rate());
      adam.step();
      step++;
    }
  }

  private double rate() {
    if (step < WARM_UP) return peak * (step + 1) / WARM_UP;
    double done = (double) (step - WARM_UP) / (steps - WARM_UP);
    return peak * (1 + Math.cos(Math.PI * done)) / 2;
  }

  @Override
  public void close() {
    adam.close();
    parameters.close();
  }
}
