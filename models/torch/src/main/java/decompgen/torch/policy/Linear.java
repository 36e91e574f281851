package decompgen.torch.policy;

import decompgen.torch.memory.Placement;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Weights;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * y = x Wᵀ + b.
 *
 * @param name the module's name in the checkpoint
 * @param weight [out, in]
 * @param bias [out]
 */
public record Linear(String name, Tensor weight, @Nullable Tensor bias) {

  /** Reads {@code name.weight} and, when asked, {@code name.bias}. */
  static Linear read(Weights weights, Placement placement, String name, Shape shape) {
    Tensor weight =
        TensorScope.keep(
            weights.tensor(placement, new long[] {shape.out(), shape.in()}, name + ".weight"));
    Tensor bias =
        shape.bias()
            ? TensorScope.keep(weights.tensor(placement, new long[] {shape.out()}, name + ".bias"))
            : null;
    return new Linear(name, weight, bias);
  }

  /** Extents of the weight, and whether there is a bias. */
  record Shape(long in, long out, boolean bias) {}

  /** [.., in] to [.., out]. */
  public Tensor apply(Tensor input, Adaptation adaptation) {
    Tensor output = bias == null ? torch.linear(input, weight) : torch.linear(input, weight, bias);
    return adaptation.adapt(name, input, output);
  }

  void close() {
    weight.close();
    if (bias != null) bias.close();
  }
}
