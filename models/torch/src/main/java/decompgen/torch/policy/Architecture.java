package decompgen.torch.policy;

import decompgen.domain.error.Failure;
import decompgen.torch.checkpoint.JsonFile;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Weights;

/** The networks that are known here. */
enum Architecture {
  LLAMA,
  LLAVA,
  QWEN_VL;

  /**
   * What config.json names in {@code architectures}, else in {@code model_type}.
   *
   * @throws Failure MODEL_UNREADABLE when it is none of these
   */
  static Architecture of(JsonFile config) {
    String type = config.text("model_type", "");
    String name = config.json().path("architectures").path(0).asText(type);
    return switch (name) {
      case "LlamaForCausalLM", "llama" -> LLAMA;
      case "LlavaForConditionalGeneration", "llava" -> LLAVA;
      case "QWenLMHeadModel", "qwen" -> QWEN_VL;
      case "LlavaLlamaForCausalLM" ->
          throw config.refuse(
              "architectures",
              name
                  + " is the original's layout, without its vision tower; fetch llava-hf's instead");
      default ->
          throw config.refuse(
              "architectures",
              "'%s' is not supported; LlamaForCausalLM, LlavaForConditionalGeneration and QWenLMHeadModel are"
                  .formatted(name));
    };
  }

  /**
   * Builds the network from weights, which are closed with it, or at once when it fails.
   *
   * @throws Failure MODEL_UNREADABLE when weights and config.json do not fit
   */
  VisionLanguageModel read(Weights weights, JsonFile config, Placement placement) {
    try {
      return switch (this) {
        case LLAMA -> TextOnly.read(weights, config, placement);
        case LLAVA -> Llava.read(weights, config, placement);
        case QWEN_VL -> QwenVl.read(weights, config, placement);
      };
    } catch (RuntimeException failed) {
      weights.close();
      throw failed;
    }
  }
}
