package decompgen.torch.policy;

import decompgen.torch.memory.Placement;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;

/** What a network reads of a checkpoint: kept until all of it is closed together. */
final class Parameters implements AutoCloseable {
  private final Weights weights;
  private final Placement placement;
  private final List<Tensor> kept = new ArrayList<>();

  private Parameters(Weights weights, Placement placement) {
    this.weights = weights;
    this.placement = placement;
  }

  /** Reads a network; what was read of one that fails is freed. */
  static <T> T read(Weights weights, Placement placement, Function<Parameters, T> network) {
    Parameters parameters = new Parameters(weights, placement);
    try (TensorScope scope = TensorScope.open()) {
      return network.apply(parameters);
    } catch (RuntimeException failed) {
      parameters.close();
      throw failed;
    }
  }

  Placement placement() {
    return placement;
  }

  boolean has(String key) {
    return weights.has(key);
  }

  /** The first of the prefixes under which the checkpoint has the key; the first when none has. */
  String prefix(String key, List<String> prefixes) {
    return prefixes.stream()
        .filter(prefix -> has(prefix + key))
        .findFirst()
        .orElse(prefixes.getFirst());
  }

  Tensor tensor(String key, long... sizes) {
    Tensor tensor = TensorScope.keep(weights.tensor(placement, sizes, key));
    kept.add(tensor);
    return tensor;
  }

  /** {@code name.weight} and, when asked, {@code name.bias}. */
  Linear linear(String name, long in, long out, boolean bias) {
    return new Linear(
        name, tensor(name + ".weight", out, in), bias ? tensor(name + ".bias", out) : null);
  }

  RmsNorm rmsNorm(String name, long size, double epsilon) {
    return new RmsNorm(tensor(name + ".weight", size), epsilon);
  }

  LayerNorm layerNorm(String name, long size, double epsilon) {
    return new LayerNorm(tensor(name + ".weight", size), tensor(name + ".bias", size), epsilon);
  }

  @Override
  public void close() {
    kept.forEach(Tensor::close);
    kept.clear();
  }
}
