package decompgen.torch.policy;

import decompgen.torch.checkpoint.JsonFile;

/**
 * The shape of CLIP's vision tower as the {@code vision_config} of a LLaVA says it.
 *
 * @param imageSize pixels of a side
 * @param patchSize pixels of a patch's side
 */
record ClipConfig(
    int hiddenSize,
    int layers,
    int heads,
    int intermediateSize,
    int imageSize,
    int patchSize,
    double normEpsilon,
    Activation activation) {

  /**
   * Reads {@code vision_config}. Where it is absent, LLaVA's default holds (ViT-L/14 of 336
   * pixels); where it is there, what it leaves out has CLIP's (ViT-B/32 of 224).
   */
  static ClipConfig read(JsonFile llava) {
    JsonFile config = llava.part("vision_config");
    boolean absent = !llava.has("vision_config");
    String type = config.text("model_type", "clip_vision_model");
    if (!type.equals("clip_vision_model"))
      throw config.refuse("model_type", "'" + type + "' is not supported; clip_vision_model is");
    int hidden = config.positive("hidden_size", absent ? 1024 : 768);
    int heads = config.positive("num_attention_heads", absent ? 16 : 12);
    if (hidden % heads != 0)
      throw config.refuse("num_attention_heads", "does not divide the width of " + hidden);
    return new ClipConfig(
        hidden,
        config.positive("num_hidden_layers", absent ? 24 : 12),
        heads,
        config.positive("intermediate_size", absent ? 4096 : 3072),
        config.positive("image_size", absent ? 336 : 224),
        config.positive("patch_size", absent ? 14 : 32),
        config.number("layer_norm_eps", 1e-5),
        Activation.read(config, "hidden_act", Activation.QUICK_GELU));
  }

  /** Patches of a picture. */
  int patches() {
    int side = imageSize / patchSize;
    return side * side;
  }
}
