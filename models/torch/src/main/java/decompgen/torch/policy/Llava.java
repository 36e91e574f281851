package decompgen.torch.policy;

import decompgen.torch.checkpoint.JsonFile;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import decompgen.torch.memory.Torch;
import decompgen.torch.memory.Weights;
import java.util.Collections;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * LLaVA-1.5 (Liu et al. 2023): a layer of CLIP's vision tower, two layers that project it, and a
 * Llama that reads the projection in the place of image tokens.
 */
public final class Llava implements VisionLanguageModel {
  private static final List<String> TEXT = List.of("language_model.model", "model.language_model");
  private static final List<String> HEAD = List.of("language_model.lm_head", "lm_head");
  private static final List<String> TOWER =
      List.of(
          "vision_tower.vision_model",
          "model.vision_tower.vision_model",
          "model.vision_tower",
          "vision_tower");
  private static final List<String> PROJECTOR =
      List.of("multi_modal_projector", "model.multi_modal_projector");

  private final LlavaConfig config;
  private final Weights weights;
  private final Parameters parameters;
  private final Llama language;
  private final ClipVision tower;
  private final Linear first;
  private final Linear second;

  private Llava(Weights weights, LlavaConfig config, Parameters parameters) {
    this.config = config;
    this.weights = weights;
    this.parameters = parameters;
    String embeddings = ".embeddings.class_embedding";
    this.tower = new ClipVision(parameters, config.vision(), parameters.prefix(embeddings, TOWER));
    String projector = parameters.prefix(".linear_1.weight", PROJECTOR);
    int out = config.text().hiddenSize();
    this.first =
        parameters.linear(projector + ".linear_1", selectedWidth(), out, config.projectorBias());
    this.second = parameters.linear(projector + ".linear_2", out, out, config.projectorBias());
    this.language = new Llama(parameters, config.text(), names(parameters));
  }

  private static Llama.Names names(Parameters parameters) {
    String model = parameters.prefix(".embed_tokens.weight", TEXT);
    String head = parameters.prefix(".weight", HEAD);
    return new Llama.Names(model, head);
  }

  /** Reads a checkpoint, in the layout of any version of transformers; it closes the weights. */
  public static Llava read(Weights weights, JsonFile config, Placement placement) {
    boolean headless = HEAD.stream().noneMatch(name -> weights.has(name + ".weight"));
    LlavaConfig shape = LlavaConfig.read(config, headless);
    return Parameters.read(weights, placement, parameters -> new Llava(weights, shape, parameters));
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
    return new ImageTokens.Repeated(config.imageToken(), config.imageTokens());
  }

  @Override
  public Tensor features(Tensor pixels) {
    return Torch.withoutGradients(() -> project(selected(pixels)));
  }

  /** The tower's states that the projector takes: [N, n, W · layers taken]; may be trained. */
  public Tensor selected(Tensor pixels) {
    List<Integer> layers = config.featureLayers();
    return TensorScope.of(
        () -> {
          List<Tensor> states = tower.hiddenStates(pixels, Collections.max(layers));
          Tensor taken = Tensors.cat(2, layers.stream().map(states::get).toArray(Tensor[]::new));
          return config.classToken() ? taken : taken.narrow(1, 1, taken.size(1) - 1);
        });
  }

  /** Elements of a selected state, W · layers taken. */
  public int selectedWidth() {
    return config.vision().hiddenSize() * config.featureLayers().size();
  }

  /** The projection of selected states, [N, n, D]; may be trained. */
  public Tensor project(Tensor states) {
    return TensorScope.of(
        () -> {
          Tensor inner = config.projector().apply(first.apply(states, Adaptation.NONE));
          return second.apply(inner, Adaptation.NONE);
        });
  }

  ClipVision tower() {
    return tower;
  }

  @Override
  public void close() {
    language.close();
    parameters.close();
    weights.close();
  }
}
