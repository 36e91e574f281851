package decompgen.torch.pretrain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names and extents of all tensors of a LLaVA checkpoint, as the hub's llava-1.5 has them. */
final class CheckpointShapes {
  static final String TOWER = "vision_tower.vision_model.";
  static final String PROJECTOR = "multi_modal_projector.";
  static final String LANGUAGE = "language_model.";

  private final Map<String, long[]> shapes = new LinkedHashMap<>();

  private CheckpointShapes() {}

  /** Those that a config.json asks for. */
  static Map<String, long[]> of(JsonNode config) {
    CheckpointShapes shapes = new CheckpointShapes();
    JsonNode vision = config.get("vision_config");
    JsonNode text = config.get("text_config");
    shapes.tower(vision);
    long hidden = extent(text, "hidden_size");
    shapes.linear(PROJECTOR + "linear_1", extent(vision, "hidden_size"), hidden);
    shapes.linear(PROJECTOR + "linear_2", hidden, hidden);
    shapes.language(text);
    return shapes.shapes;
  }

  private void tower(JsonNode config) {
    long width = extent(config, "hidden_size");
    long patch = extent(config, "patch_size");
    long across = extent(config, "image_size") / patch;
    add(TOWER + "embeddings.class_embedding", width);
    add(TOWER + "embeddings.patch_embedding.weight", width, 3, patch, patch);
    add(TOWER + "embeddings.position_embedding.weight", across * across + 1, width);
    norm(TOWER + "pre_layrnorm", width);
    for (int i = 0; i < extent(config, "num_hidden_layers"); i++) {
      String layer = TOWER + "encoder.layers." + i + ".";
      for (String name : new String[] {"q_proj", "k_proj", "v_proj", "out_proj"})
        linear(layer + "self_attn." + name, width, width);
      norm(layer + "layer_norm1", width);
      linear(layer + "mlp.fc1", width, extent(config, "intermediate_size"));
      linear(layer + "mlp.fc2", extent(config, "intermediate_size"), width);
      norm(layer + "layer_norm2", width);
    }
    norm(TOWER + "post_layernorm", width);
  }

  private void language(JsonNode config) {
    long width = extent(config, "hidden_size");
    long inner = extent(config, "intermediate_size");
    long vocabulary = extent(config, "vocab_size");
    add(LANGUAGE + "model.embed_tokens.weight", vocabulary, width);
    for (int i = 0; i < extent(config, "num_hidden_layers"); i++) {
      String layer = LANGUAGE + "model.layers." + i + ".";
      add(layer + "input_layernorm.weight", width);
      for (String name : new String[] {"q_proj", "k_proj", "v_proj", "o_proj"})
        add(layer + "self_attn." + name + ".weight", width, width);
      add(layer + "post_attention_layernorm.weight", width);
      add(layer + "mlp.gate_proj.weight", inner, width);
      add(layer + "mlp.up_proj.weight", inner, width);
      add(layer + "mlp.down_proj.weight", width, inner);
    }
    add(LANGUAGE + "model.norm.weight", width);
    add(LANGUAGE + "lm_head.weight", vocabulary, width);
  }

  private void linear(String name, long in, long out) {
    add(name + ".weight", out, in);
    add(name + ".bias", out);
  }

  private void norm(String name, long width) {
    add(name + ".weight", width);
    add(name + ".bias", width);
  }

  private void add(String key, long... extents) {
    shapes.put(key, extents);
  }

  private static long extent(JsonNode config, String key) {
    return config.required(key).asLong();
  }
}
