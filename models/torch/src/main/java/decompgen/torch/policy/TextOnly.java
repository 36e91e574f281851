package decompgen.torch.policy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.torch.checkpoint.JsonFile;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Weights;
import org.bytedeco.pytorch.Tensor;

/** A language model that takes no pictures. */
record TextOnly(LanguageModel language, Placement placement, Weights weights)
    implements VisionLanguageModel {

  /** Reads a Llama; the weights are closed with it. */
  static TextOnly read(Weights weights, JsonFile config, Placement placement) {
    LlamaConfig shape = LlamaConfig.read(config);
    return new TextOnly(
        Llama.read(weights, shape, Llama.Names.TEXT_ONLY, placement), placement, weights);
  }

  @Override
  public ImageTokens imageTokens() {
    return new ImageTokens.None();
  }

  /**
   * @throws Failure REQUEST_INVALID always
   */
  @Override
  public Tensor features(Tensor pixels) {
    throw new Failure(ErrorCode.REQUEST_INVALID, "the policy takes no pictures");
  }

  @Override
  public void close() {
    language.close();
    weights.close();
  }
}
