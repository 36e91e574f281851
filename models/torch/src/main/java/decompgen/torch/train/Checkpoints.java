package decompgen.torch.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.torch.adapter.AdapterFolder;
import decompgen.torch.adapter.Lora;
import decompgen.torch.checkpoint.JsonFile;
import decompgen.torch.memory.AtomicFolder;
import decompgen.torch.memory.Safetensors;
import decompgen.torch.memory.SafetensorsWriter;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Torch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;

/**
 * Where a killed training goes on: adapter, moments of the optimiser, number of steps. Order of the
 * pairs and random numbers follow from settings and step. Each is written whole or not at all.
 */
final class Checkpoints {
  private static final String STATE = "state.json";
  private static final String MOMENTS = "optimizer.safetensors";
  private static final String MEAN = "|exp_avg";
  private static final String SQUARES = "|exp_avg_sq";

  private final Path folder;
  private final int keep;
  private final RunIdentity identity;

  Checkpoints(Path runFolder, int keep, RunIdentity identity) {
    this.folder = runFolder.resolve("checkpoints");
    this.keep = keep;
    this.identity = identity;
  }

  /** A checkpoint on disk. */
  record Found(int step, Path folder) {}

  /**
   * The one with the most steps.
   *
   * @throws Failure CONFIG_INVALID when it is of another training
   */
  Optional<Found> latest() {
    List<Path> all = all();
    if (all.isEmpty()) return Optional.empty();
    JsonFile state = JsonFile.read(all.getLast().resolve(STATE));
    identity.require(state.file(), state.json());
    return Optional.of(new Found(state.json().path("step").asInt(), all.getLast()));
  }

  private List<Path> all() {
    if (!Files.isDirectory(folder)) return List.of();
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .filter(path -> path.getFileName().toString().startsWith("step-"))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    } catch (IOException unreadable) {
      throw new Failure(ErrorCode.INTERNAL, folder + ": " + unreadable.getMessage(), unreadable);
    }
  }

  /** Puts a checkpoint's moments into an optimiser for the same adapter. */
  static void restore(Found found, Lora lora, AdamW optimizer) {
    try (TensorScope _ = TensorScope.open();
        Safetensors file = Safetensors.open(found.folder().resolve(MOMENTS))) {
      Torch.withoutGradients(
          () -> {
            moments(lora, optimizer).forEach((name, view) -> view.copy_(file.tensor(name)));
            return true;
          });
    }
  }

  /**
   * Writes one and deletes all but the last.
   *
   * @param step steps done
   * @throws Failure INTERNAL when it cannot be written; the ones before stay
   */
  Path save(int step, Lora lora, AdamW optimizer, String baseModel) {
    Path target = folder.resolve("step-%08d".formatted(step));
    try (TensorScope _ = TensorScope.open()) {
      AtomicFolder.write(
          target,
          partial -> {
            AdapterFolder.writeWeights(partial, lora, baseModel);
            SafetensorsWriter.write(partial.resolve(MOMENTS), moments(lora, optimizer), Map.of());
            ObjectNode state = identity.json().put("step", step);
            new ObjectMapper().writeValue(partial.resolve(STATE).toFile(), state);
          });
      List<Path> all = all();
      for (Path old : all.subList(0, Math.max(0, all.size() - keep))) AtomicFolder.delete(old);
      return target;
    } catch (IOException failed) {
      throw new Failure(
          ErrorCode.INTERNAL,
          "The checkpoint of step %d could not be written to %s (%s). Free space and start again: the training goes on from the last checkpoint."
              .formatted(step, folder, failed.getMessage()),
          failed);
    }
  }

  private static Map<String, Tensor> moments(Lora lora, AdamW optimizer) {
    Map<String, Tensor> moments = new HashMap<>();
    lora.weights().named(optimizer.mean()).forEach((name, view) -> moments.put(name + MEAN, view));
    lora.weights()
        .named(optimizer.squares())
        .forEach((name, view) -> moments.put(name + SQUARES, view));
    return moments;
  }
}
