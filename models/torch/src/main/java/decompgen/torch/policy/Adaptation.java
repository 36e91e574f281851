package decompgen.torch.policy;

import org.bytedeco.pytorch.Tensor;

/** What is added to the outputs of linear modules; thread-confined while a pass uses it. */
public interface Adaptation {
  /** The network as it is. */
  Adaptation NONE = (module, input, output) -> output;

  /**
   * The output of a module with this adaptation.
   *
   * @param module the module's name in the checkpoint, without {@code .weight}
   * @param input [.., in]
   * @param output [.., out], what the module itself computed
   */
  Tensor adapt(String module, Tensor input, Tensor output);
}
