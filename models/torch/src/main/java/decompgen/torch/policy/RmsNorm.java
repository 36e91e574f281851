package decompgen.torch.policy;

import decompgen.torch.memory.Dtype;
import decompgen.torch.memory.TensorScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * x / √(mean x² + ε) · weight, the mean in float32 (Zhang and Sennrich 2019, Eq. 4).
 *
 * @param weight [D]
 */
record RmsNorm(Tensor weight, double epsilon) {
  Tensor apply(Tensor x) {
    return TensorScope.of(
        () -> {
          Tensor wide = x.to(Dtype.F32.scalarType());
          Tensor scale =
              wide.square()
                  .mean(new long[] {-1}, true, new org.bytedeco.pytorch.ScalarTypeOptional())
                  .add(new Scalar(epsilon))
                  .rsqrt();
          return weight.mul(wide.mul(scale).to(x.scalar_type()));
        });
  }
}
