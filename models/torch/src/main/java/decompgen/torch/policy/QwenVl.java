package decompgen.torch.policy;

import decompgen.torch.checkpoint.JsonFile;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Torch;
import decompgen.torch.memory.Weights;
import org.bytedeco.pytorch.Tensor;

/**
 * Qwen-VL (Bai et al. 2023, arXiv 2308.12966): a vision tower whose resampler gives each picture
 * the same number of tokens, and a Qwen that reads them between {@code <img>} and {@code </img>}.
 */
final class QwenVl implements VisionLanguageModel {
  private final QwenVlConfig config;
  private final Weights weights;
  private final Parameters parameters;
  private final QwenVlLanguage language;
  private final QwenVlVision vision;

  private QwenVl(Weights weights, QwenVlConfig config, Parameters parameters) {
    this.config = config;
    this.weights = weights;
    this.parameters = parameters;
    this.language = new QwenVlLanguage(parameters, config);
    this.vision = new QwenVlVision(parameters, config.vision(), "transformer.visual");
  }

  /** Reads a checkpoint; it closes the weights. */
  static QwenVl read(Weights weights, JsonFile config, Placement placement) {
    QwenVlConfig shape = QwenVlConfig.read(config);
    return Parameters.read(
        weights, placement, parameters -> new QwenVl(weights, shape, parameters));
  }

  @Override
  public LanguageModel language() {
    return language;
  }

  @Override
  public Placement placement() {
    return parameters.placement();
  }

  @Override
  public ImageTokens imageTokens() {
    return new ImageTokens.Between(config.vision().imageStart(), config.vision().queries());
  }

  @Override
  public Tensor features(Tensor pixels) {
    return Torch.withoutGradients(() -> vision.features(pixels));
  }

  QwenVlVision vision() {
    return vision;
  }

  @Override
  public void close() {
    language.close();
    weights.close();
  }
}
