package decompgen.torch.policy;

/** The networks that are known here. */
public enum Architecture {
  LLAMA,
  LLAVA;

  /**
   * What config.json names in {@code architectures}, else in {@code model_type}.
   *
   * @throws decompgen.domain.error.Failure MODEL_UNREADABLE when it is none of these
   */
  public static Architecture of(ConfigFile config) {
    String type = config.text("model_type", "");
    String name = config.json().path("architectures").path(0).asText(type);
    return switch (name) {
      case "LlamaForCausalLM", "llama" -> LLAMA;
      case "LlavaForConditionalGeneration", "llava" -> LLAVA;
      case "LlavaLlamaForCausalLM" ->
          throw config.refuse(
              name
                  + " is the original's layout, without its vision tower; fetch the model in transformers' (llava-hf)");
      default ->
          throw config.refuse(
              "the architecture '%s' is not supported; LlamaForCausalLM and LlavaForConditionalGeneration are"
                  .formatted(name));
    };
  }
}
