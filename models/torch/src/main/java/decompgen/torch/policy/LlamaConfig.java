package decompgen.torch.policy;

import com.fasterxml.jackson.databind.JsonNode;

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
  public LlamaConfig {
    if (heads % keyValueHeads != 0)
      throw new IllegalArgumentException(heads + " heads on " + keyValueHeads + " key-value heads");
  }

  /** Reads the text model's part of a config.json; what is absent has transformers' default. */
  public static LlamaConfig read(ConfigFile config) {
    JsonNode json = config.json();
    int hidden = config.positive("hidden_size", 4096);
    int heads = config.positive("num_attention_heads", 32);
    return new LlamaConfig(
        hidden,
        config.positive("num_hidden_layers", 32),
        heads,
        config.positive("num_key_value_heads", heads),
        config.positive("head_dim", hidden / heads),
        config.positive("intermediate_size", 11008),
        config.positive("vocab_size", 32000),
        json.path("rms_norm_eps").asDouble(1e-6),
        Rope.Settings.read(config),
        json.path("attention_bias").asBoolean(false),
        json.path("mlp_bias").asBoolean(false),
        json.path("tie_word_embeddings").asBoolean(false),
        config.positive("max_position_embeddings", 2048));
  }
}
