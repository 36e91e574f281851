package decompgen.torch.policy;

import decompgen.torch.checkpoint.JsonFile;

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

    static Vision read(JsonFile visual) {
      int width = visual.positive("width", 1664);
      return new Vision(
          visual.positive("image_size", 448),
          visual.positive("patch_size", 14),
          width,
          visual.positive("layers", 48),
          visual.positive("heads", 16),
          (int) (width * visual.number("mlp_ratio", 4.9231)),
          visual.positive("output_dim", 4096),
          visual.positive("n_queries", 256),
          visual.positive("image_start_id", 151857));
    }

    /** Patches of a side. */
    int grid() {
      return imageSize / patchSize;
    }
  }

  static QwenVlConfig read(JsonFile config) {
    if (config.number("rotary_pct", 1) != 1)
      throw config.refuse("rotary_pct", "is not supported but for 1");
    if (!config.has("visual"))
      throw config.refuse("visual", "is missing: a Qwen without pictures is not supported");
    int heads = config.positive("num_attention_heads", 32);
    return new QwenVlConfig(
        config.positive("hidden_size", 4096),
        config.positive("num_hidden_layers", 32),
        heads,
        config.positive("kv_channels", 128),
        config.positive("intermediate_size", 22016) / 2,
        config.positive("vocab_size", 151936),
        config.number("layer_norm_epsilon", 1e-6),
        !config.flag("no_bias", true),
        config.flag("tie_word_embeddings", false),
        config.number("rotary_emb_base", 10_000),
        config.positive("seq_length", 2048),
        config.flag("use_dynamic_ntk", true),
        config.flag("use_logn_attn", true),
        config.positive("max_position_embeddings", 8192),
        Vision.read(config.part("visual")));
  }
}
