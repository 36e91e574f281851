package decompgen.loadtests.policy;

import com.fasterxml.jackson.databind.ObjectMapper;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.Randomness;
import decompgen.torch.memory.SafetensorsWriter;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Torch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A Llama of SmolLM2-135M's shape with random weights: 30 blocks, 576 wide, 9 heads on 3, 49,152
 * tokens, tied; 134.5 million weights in float32. It says nothing sensible, as fast as a real one.
 */
final class SyntheticLlama {
  private static final int LAYERS = 30;
  private static final int WIDTH = 576;
  private static final int KEYS = 192;
  private static final int INNER = 1536;
  static final int VOCABULARY = 49_152;

  private SyntheticLlama() {}

  /** The checkpoint's folder, made when it is not there. */
  static Path in(Path folder) throws IOException {
    Path weights = folder.resolve("model.safetensors");
    if (Files.exists(weights)) return folder;
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("config.json"), new ObjectMapper().writeValueAsString(config()));
    Torch.load();
    Path partial = folder.resolve("model.partial");
    Files.deleteIfExists(partial);
    try (TensorScope _ = TensorScope.open()) {
      SafetensorsWriter.write(partial, tensors(), Map.of("format", "pt"));
    }
    Files.move(partial, weights);
    return folder;
  }

  private static Map<String, Object> config() {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("architectures", new String[] {"LlamaForCausalLM"});
    config.put("model_type", "llama");
    config.put("hidden_size", WIDTH);
    config.put("num_hidden_layers", LAYERS);
    config.put("num_attention_heads", 9);
    config.put("num_key_value_heads", 3);
    config.put("intermediate_size", INNER);
    config.put("vocab_size", VOCABULARY);
    config.put("max_position_embeddings", 2048);
    config.put("rms_norm_eps", 1e-5);
    config.put("rope_theta", 10_000.0);
    config.put("tie_word_embeddings", true);
    config.put("torch_dtype", "float32");
    return config;
  }

  private static Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    Randomness randomness = Randomness.of(42);
    matrix(tensors, randomness, "model.embed_tokens.weight", VOCABULARY, WIDTH);
    for (int i = 0; i < LAYERS; i++) {
      String layer = "model.layers." + i;
      matrix(tensors, randomness, layer + ".self_attn.q_proj.weight", WIDTH, WIDTH);
      matrix(tensors, randomness, layer + ".self_attn.k_proj.weight", KEYS, WIDTH);
      matrix(tensors, randomness, layer + ".self_attn.v_proj.weight", KEYS, WIDTH);
      matrix(tensors, randomness, layer + ".self_attn.o_proj.weight", WIDTH, WIDTH);
      matrix(tensors, randomness, layer + ".mlp.gate_proj.weight", INNER, WIDTH);
      matrix(tensors, randomness, layer + ".mlp.up_proj.weight", INNER, WIDTH);
      matrix(tensors, randomness, layer + ".mlp.down_proj.weight", WIDTH, INNER);
      tensors.put(layer + ".input_layernorm.weight", torch.ones(WIDTH));
      tensors.put(layer + ".post_attention_layernorm.weight", torch.ones(WIDTH));
    }
    tensors.put("model.norm.weight", torch.ones(WIDTH));
    return tensors;
  }

  /** Normal with a deviation of .02, as such networks begin. */
  private static void matrix(
      Map<String, Tensor> tensors, Randomness randomness, String key, long out, long in) {
    Tensor values =
        torch.empty(out, in).normal_(0, .02, randomness.at(tensors.size()).generator(Device.CPU));
    tensors.put(key, values);
  }
}
