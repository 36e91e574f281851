package decompgen.torch.memory;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.torch.checkpoint.JsonFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.pytorch.Tensor;

/**
 * The tensors of a checkpoint as the hub has it: {@code model.safetensors}, or the shards that
 * {@code model.safetensors.index.json} names. Mapped; must stay open while its views are used.
 */
public final class Weights implements AutoCloseable {
  private static final String SINGLE = "model.safetensors";
  private static final String INDEX = "model.safetensors.index.json";

  private final Path folder;
  private final Map<String, Safetensors> fileByKey;
  private final Set<Safetensors> files;
  private final Map<String, Tensor> held;

  private Weights(Path folder, Map<String, Safetensors> fileByKey, Map<String, Tensor> held) {
    this.folder = folder;
    this.fileByKey = fileByKey;
    this.held = held;
    this.files = Set.copyOf(fileByKey.values());
  }

  /**
   * @throws Failure MODEL_UNREADABLE when there are no weights, or a shard is missing or damaged
   */
  public static Weights open(Path folder) {
    if (Files.exists(folder.resolve(SINGLE))) return single(folder, folder.resolve(SINGLE));
    if (Files.exists(folder.resolve(INDEX))) return sharded(folder);
    throw new Failure(
        ErrorCode.MODEL_UNREADABLE,
        "%s has neither %s nor %s; checkpoints in .bin files must be saved as safetensors first."
            .formatted(folder, SINGLE, INDEX));
  }

  /**
   * Tensors in memory, such as those that a training moves; a network in the same place and type
   * computes with them and not with copies. Who made them closes them.
   */
  public static Weights of(Map<String, Tensor> tensors) {
    return new Weights(Path.of("memory"), Map.of(), Map.copyOf(tensors));
  }

  private static Weights single(Path folder, Path file) {
    Safetensors opened = Safetensors.open(file);
    Map<String, Safetensors> byKey = new LinkedHashMap<>();
    opened.keys().forEach(key -> byKey.put(key, opened));
    return new Weights(folder, byKey, Map.of());
  }

  private static Weights sharded(Path folder) {
    Map<String, Safetensors> opened = new LinkedHashMap<>();
    Map<String, Safetensors> byKey = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, JsonNode> entry : weightMap(folder).properties()) {
        String shard = entry.getValue().asText();
        if (!opened.containsKey(shard)) opened.put(shard, Safetensors.open(inside(folder, shard)));
        Safetensors file = opened.get(shard);
        if (!file.has(entry.getKey()))
          throw new Failure(
              ErrorCode.MODEL_UNREADABLE,
              file.file() + " has no tensor " + entry.getKey() + ", which " + INDEX + " says");
        byKey.put(entry.getKey(), file);
      }
      return new Weights(folder, byKey, Map.of());
    } catch (RuntimeException failed) {
      opened.values().forEach(Safetensors::close);
      throw failed;
    }
  }

  private static JsonNode weightMap(Path folder) {
    JsonFile map = JsonFile.read(folder.resolve(INDEX)).part("weight_map");
    if (!map.json().isEmpty()) return map.json();
    throw new Failure(ErrorCode.MODEL_UNREADABLE, map.file() + " has no weight_map");
  }

  private static Path inside(Path folder, String shard) {
    if (shard.matches("[\\w.-]+\\.safetensors")) return folder.resolve(shard);
    throw new Failure(
        ErrorCode.MODEL_UNREADABLE,
        folder.resolve(INDEX) + " names the shard '" + shard + "', which is no plain file name");
  }

  public boolean has(String key) {
    return fileByKey.containsKey(key) || held.containsKey(key);
  }

  public Set<String> keys() {
    Set<String> keys = new TreeSet<>(fileByKey.keySet());
    keys.addAll(held.keySet());
    return keys;
  }

  /**
   * A tensor in the place and type asked for: a view of the file where it has both already, else a
   * copy.
   *
   * @param sizes the extents it must have
   * @throws Failure MODEL_UNREADABLE, naming file, key, shape and dtype, when it does not fit
   */
  public Tensor tensor(Placement placement, long[] sizes, String key) {
    if (!has(key))
      throw new Failure(
          ErrorCode.MODEL_UNREADABLE, folder + ": no file of the checkpoint has " + key);
    Tensor there = held.get(key);
    if (there != null) return held(key, there, placement, sizes);
    Safetensors file = requireNonNull(fileByKey.get(key));
    TensorInfo info = file.info(key);
    if (!info.dtype().floating() || !Arrays.equals(info.sizes(), sizes))
      throw new Failure(
          ErrorCode.MODEL_UNREADABLE,
          "%s: %s is %s %s, config.json asks for %s and a floating type"
              .formatted(file.file(), key, info.dtype(), info.shape(), Arrays.toString(sizes)));
    return TensorScope.of(() -> placement.bring(file.tensor(key)));
  }

  private static Tensor held(String key, Tensor tensor, Placement placement, long[] sizes) {
    List<Long> shape = Tensors.shape(tensor);
    if (!shape.equals(Arrays.stream(sizes).boxed().toList()))
      throw new Failure(
          ErrorCode.MODEL_UNREADABLE,
          "%s is %s, config.json asks for %s".formatted(key, shape, Arrays.toString(sizes)));
    return TensorScope.of(() -> placement.bring(tensor));
  }

  @Override
  public void close() {
    files.forEach(Safetensors::close);
  }
}
