package decompgen.torch.policy;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * (x − mean x) / √(var x + ε) · weight + bias (Ba et al. 2016, Eq. 4).
 *
 * @param weight [D]
 * @param bias [D]
 */
record LayerNorm(Tensor weight, Tensor bias, double epsilon) {
  Tensor apply(Tensor x) {
    return torch.layer_norm(
        x,
        new long[] {weight.size(0)},
        new TensorOptional(weight),
        new TensorOptional(bias),
        epsilon,
        false);
  }
}
