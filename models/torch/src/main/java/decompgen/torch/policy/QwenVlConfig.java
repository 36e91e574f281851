package decompgen.torch.policy;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The shape of a Qwen-VL as its config.json says it; what is absent has Qwen's default.
 *
 * @param headSize width of one attention head
 * @param innerSize width of {@code w1} and {@code w2}, half of {@code intermediate_size}
 * @param bias whether all linear modules have a bias; {@code c_attn} always has
 * @param trainedLength {@code seq_length}: beyond it base and queries are scaled
 * @param ntk whether the rotary base grows with the prompt
 * @param logn whether queries beyond the trained length grow with their position
 */
record QwenVlConfig(
    int hiddenSize,
    int layers,
    int heads,
    int headSize,
    int innerSize,
    int vocabulary,
    double normEpsilon,
    boolean bias,
    boolean tied,
    double rotaryBase,
    int trainedLength,
    boolean ntk,
    boolean logn,
    int maxPositions,
    Vision vision) {

  /**
   * The vision tower and the resampler after it.
   *
   * @param outputSize width of the resampler
   * @param queries tokens that a picture takes
   * @param imageStart the id {@code <img>}
   */
  record Vision(
      int imageSize,
      int patchSize,
      int width,
      int layers,
      int heads,
      int innerSize,
      int outputSize,
      int queries,
      int imageStart) {

    static Vision read(ConfigFile visual) {
      int width = visual.positive("width", 1664);
      return new Vision(
          visual.positive("image_size", 448),
          visual.positive("patch_size", 14),
          width,
          visual.positive("layers", 48),
          visual.positive("heads", 16),
          (int) (width * visual.json().path("mlp_ratio").asDouble(4.9231)),
          visual.positive("output_dim", 4096),
          visual.positive("n_queries", 256),
          visual.positive("image_start_id", 151857));
    }

    /** Patches of a side. */
    int grid() {
      return imageSize / patchSize;
    }
  }

  static QwenVlConfig read(ConfigFile config) {
    JsonNode json = config.json();
    if (json.path("rotary_pct").asDouble(1) != 1)
      throw config.refuse("rotary_pct is " + json.path("rotary_pct") + "; only 1.0 is supported");
    if (!json.path("visual").isObject())
      throw config.refuse(
          "visual is missing, so it is a Qwen without pictures; Qwen-VL is supported");
    int heads = config.positive("num_attention_heads", 32);
    return new QwenVlConfig(
        config.positive("hidden_size", 4096),
        config.positive("num_hidden_layers", 32),
        heads,
        config.positive("kv_channels", 128),
        config.positive("intermediate_size", 22016) / 2,
        config.positive("vocab_size", 151936),
        json.path("layer_norm_epsilon").asDouble(1e-6),
        !json.path("no_bias").asBoolean(true),
        json.path("tie_word_embeddings").asBoolean(false),
        json.path("rotary_emb_base").asDouble(10_000),
        config.positive("seq_length", 2048),
        json.path("use_dynamic_ntk").asBoolean(true),
        json.path("use_logn_attn").asBoolean(true),
        config.positive("max_position_embeddings", 8192),
        Vision.read(config.part("visual")));
  }
}
