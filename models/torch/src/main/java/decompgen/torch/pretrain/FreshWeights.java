package decompgen.torch.pretrain;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.torch.memory.Dtype;
import decompgen.torch.memory.SafetensorsWriter;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.bytedeco.pytorch.Tensor;

/**
 * The tensors of a network that learns, by their names in the checkpoint: float32 on the CPU.
 *
 * @param tensors trainable, in the order of the network
 */
record FreshWeights(Map<String, Tensor> tensors) implements AutoCloseable {

  /**
   * Random ones. Weights have the standard deviation 1/√(3·in), as PyTorch's linear modules;
   * embeddings .02, as CLIP's and Llama's; norms begin as the identity, biases at 0.
   */
  static FreshWeights random(JsonNode config, SplittableRandom random) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    CheckpointShapes.of(config)
        .forEach((key, extents) -> tensors.put(key, random(key, extents, random)));
    return new FreshWeights(tensors);
  }

  static Tensor random(String key, long[] extents, SplittableRandom random) {
    long elements = 1;
    for (long extent : extents) elements *= extent;
    float[] values = new float[Math.toIntExact(elements)];
    double deviation = deviation(key, elements / extents[0]);
    float centre = key.contains("norm") && key.endsWith("weight") ? 1 : 0;
    for (int i = 0; i < values.length; i++)
      values[i] = centre + (deviation == 0 ? 0 : (float) (deviation * random.nextGaussian()));
    try (TensorScope _ = TensorScope.open()) {
      return TensorScope.keep(Tensors.of(values, extents).requires_grad_(true));
    }
  }

  private static double deviation(String key, long in) {
    if (key.contains("embed") && !key.contains("patch")) return .02;
    return key.contains("norm") || key.endsWith("bias") ? 0 : 1 / Math.sqrt(3 * in);
  }

  /** The vision tower's. */
  List<Tensor> tower() {
    return named(key -> key.startsWith(CheckpointShapes.TOWER));
  }

  /** Projector's and language model's. */
  List<Tensor> language() {
    return named(key -> !key.startsWith(CheckpointShapes.TOWER));
  }

  private List<Tensor> named(Predicate<String> name) {
    return tensors.entrySet().stream()
        .filter(entry -> name.test(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Writes them as float16. */
  void write(Path file) throws IOException {
    try (TensorScope _ = TensorScope.open()) {
      Map<String, Tensor> halves = new LinkedHashMap<>();
      tensors.forEach((key, tensor) -> halves.put(key, tensor.detach().to(Dtype.F16.scalarType())));
      SafetensorsWriter.write(file, halves, Map.of("format", "pt"));
    }
  }

  @Override
  public void close() {
    tensors.values().forEach(Tensor::close);
  }
}
