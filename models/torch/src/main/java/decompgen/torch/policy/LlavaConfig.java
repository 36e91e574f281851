package decompgen.torch.policy;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.torch.checkpoint.JsonFile;
import java.util.ArrayList;
import java.util.List;

/**
 * The shape of a LLaVA-1.5 as its config.json says it.
 *
 * @param imageToken the id in whose place a picture's features are put
 * @param featureLayers hidden states of the tower that are taken, 0..layers, side by side
 * @param classToken whether the class token's state is taken too ({@code full})
 */
record LlavaConfig(
    LlamaConfig text,
    ClipConfig vision,
    int imageToken,
    List<Integer> featureLayers,
    boolean classToken,
    Activation projector,
    boolean projectorBias) {
  LlavaConfig {
    featureLayers = List.copyOf(featureLayers);
  }

  /**
   * Reads a config.json in the words of transformers 4 or 5; what is absent has its default.
   *
   * @param headless whether the checkpoint has no head
   */
  static LlavaConfig read(JsonFile config, boolean headless) {
    JsonFile text = config.part("text_config");
    String type = text.text("model_type", "llama");
    if (!type.equals("llama"))
      throw text.refuse("model_type", "'" + type + "' is not supported; llama is");
    ClipConfig vision = ClipConfig.read(config);
    return new LlavaConfig(
        LlamaConfig.read(text, tied(config, text, headless)),
        vision,
        config.positive("image_token_index", config.positive("image_token_id", 32000)),
        featureLayers(config, vision.layers()),
        classToken(config),
        Activation.read(config, "projector_hidden_act", Activation.GELU),
        config.flag("multimodal_projector_bias", true));
  }

  /**
   * What text_config says counts in every version. transformers 4 ignores what stands outside of
   * it, 5 writes it there and leaves out the head: so that counts where there is no head.
   */
  private static boolean tied(JsonFile config, JsonFile text, boolean headless) {
    String key = "tie_word_embeddings";
    return text.flag(key, false) || headless && config.flag(key, false);
  }

  private static List<Integer> featureLayers(JsonFile config, int layers) {
    JsonNode value = config.json().path("vision_feature_layer");
    List<Integer> taken = new ArrayList<>();
    for (JsonNode layer : value.isArray() ? value : List.of(value)) {
      int index = layer.asInt(-2);
      int state = index < 0 ? layers + 1 + index : index;
      if (state < 0 || state > layers)
        throw config.refuse(
            "vision_feature_layer", "%d is none of the tower's %d layers".formatted(index, layers));
      taken.add(state);
    }
    if (taken.isEmpty()) throw config.refuse("vision_feature_layer", "is empty");
    return taken;
  }

  private static boolean classToken(JsonFile config) {
    String strategy = config.text("vision_feature_select_strategy", "default");
    return switch (strategy) {
      case "default" -> false;
      case "full" -> true;
      default ->
          throw config.refuse(
              "vision_feature_select_strategy", "'" + strategy + "' is neither default nor full");
    };
  }

  /** Tokens that a picture takes. */
  int imageTokens() {
    return vision.patches() + (classToken ? 1 : 0);
  }
}
