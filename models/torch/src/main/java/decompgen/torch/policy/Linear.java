package decompgen.torch.policy;

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
    Tensor output = bias == null ? torch.linear(input, weight) : torch.linear(input, weight, bias);
    return adaptation.adapt(name, input, output);
  }
}
