package decompgen.torch.policy;

import decompgen.torch.memory.TensorScope;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;

/**
 * y = x Wᵀ + b.
 *
 * @param name the module's name in the checkpoint
 * @param weight [out, in]
 * @param bias [out]
 */
public record Linear(String name, Tensor weight, @Nullable Tensor bias) {
  /** Rows from which ordering the weights anew for a convolution pays. */
  private static final int MANY = 64;

  private static final long[] ONE = {1, 1};
  private static final long[] NONE = {0, 0};

  /** [.., in] to [.., out]. */
  public Tensor apply(Tensor input, Adaptation adaptation) {
    return adaptation.adapt(name, input, input.numel() == in() ? one(input) : many(input));
  }

  private Tensor many(Tensor input) {
    if (input.numel() >= MANY * in() && weight.is_cpu() && floats()) return convolved(input);
    return bias == null ? torch.linear(input, weight) : torch.linear(input, weight, bias);
  }

  /**
   * The same product as a convolution with a kernel of one: oneDNN computes it with all threads of
   * libtorch, {@code linear} is left to OpenBLAS (see {@link decompgen.torch.memory.Blas}).
   */
  private Tensor convolved(Tensor input) {
    return TensorScope.of(
        () -> {
          Tensor columns = input.reshape(1, -1, in()).transpose(1, 2).unsqueeze(2);
          Tensor kernel = weight.view(weight.size(0), in(), 1, 1);
          Tensor product =
              bias == null
                  ? torch.conv2d(columns, kernel)
                  : torch.conv2d(columns, kernel, new TensorOptional(bias), ONE, NONE, ONE, 1);
          long[] sizes = new long[(int) input.dim()];
          for (int i = 0; i < sizes.length - 1; i++) sizes[i] = input.size(i);
          sizes[sizes.length - 1] = weight.size(0);
          return product.squeeze(2).transpose(1, 2).reshape(sizes);
        });
  }

  private boolean floats() {
    return weight.scalar_type().intern() == ScalarType.Float;
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
