package decompgen.torch.policy;

import decompgen.torch.checkpoint.JsonFile;

/**
 * The shape of a Llama as its config.json says it, in the words of transformers 4 or 5.
 *
 * @param headSize width of one attention head
 * @param keyValueHeads grouped-query attention: heads / keyValueHeads share keys and values
 * @param tied whether the head's weight is the embedding's
 * @param maxPositions longest sequence that it was made for
 */
public record LlamaConfig(
    int hiddenSize,
    int layers,
    int heads,
    int keyValueHeads,
    int headSize,
    int intermediateSize,
    int vocabulary,
    double normEpsilon,
    Rope.Settings rope,
    boolean attentionBias,
    boolean mlpBias,
    boolean tied,
    int maxPositions) {

  /**
   * Reads the text model's part of a config.json; what is absent has transformers' default.
   *
   * @throws decompgen.domain.error.Failure MODEL_UNREADABLE, naming file and key
   */
  public static LlamaConfig read(JsonFile config) {
    return read(config, config.flag("tie_word_embeddings", false));
  }

  static LlamaConfig read(JsonFile config, boolean tied) {
    int hidden = config.positive("hidden_size", 4096);
    String activation = config.text("hidden_act", "silu");
    if (!activation.equals("silu"))
      throw config.refuse("hidden_act", "'" + activation + "' is not supported; silu is");
    int heads = config.positive("num_attention_heads", 32);
    int keyValueHeads = config.positive("num_key_value_heads", heads);
    if (heads % keyValueHeads != 0)
      throw config.refuse("num_key_value_heads", "does not divide the " + heads + " heads");
    return new LlamaConfig(
        hidden,
        config.positive("num_hidden_layers", 32),
        heads,
        keyValueHeads,
        config.positive("head_dim", hidden / heads),
        config.positive("intermediate_size", 11008),
        config.positive("vocab_size", 32000),
        config.number("rms_norm_eps", 1e-6),
        Rope.Settings.read(config),
        config.flag("attention_bias", false),
        config.flag("mlp_bias", false),
        tied,
        config.positive("max_position_embeddings", 2048));
  }
}
