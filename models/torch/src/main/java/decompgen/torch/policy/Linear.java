package decompgen.torch.policy;

import decompgen.torch.memory.TensorScope;
import java.util.Arrays;
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

  /** [.., in] to [.., out]. */
  public Tensor apply(Tensor input, Adaptation adaptation) {
    return adaptation.adapt(name, input, input.numel() == in() ? one(input) : many(input));
  }

  private Tensor many(Tensor input) {
    return bias == null ? torch.linear(input, weight) : torch.linear(input, weight, bias);
  }

  /** A single row as matrix times vector: a general product takes 2.4 times as long on a CPU. */
  private Tensor one(Tensor input) {
    return TensorScope.of(
        () -> {
          Tensor row = input.reshape(in());
          Tensor product = bias == null ? weight.mv(row) : bias.addmv(weight, row);
          long[] sizes = new long[(int) input.dim()];
          Arrays.fill(sizes, 1);
          sizes[sizes.length - 1] = product.numel();
          return product.view(sizes);
        });
  }

  private long in() {
    return weight.size(1);
  }
}
