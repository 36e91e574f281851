package decompgen.torch.adapter;

import static java.util.Objects.requireNonNull;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.training.LoraSettings;
import decompgen.torch.memory.AtomicFolder;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.Safetensors;
import decompgen.torch.memory.SafetensorsWriter;
import decompgen.torch.memory.TensorInfo;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Torch;
import decompgen.torch.policy.Linear;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * An adapter as PEFT has it in a folder: adapter_config.json, adapter_model.safetensors, and our
 * provenance.json beside them.
 */
public final class AdapterFolder {
  static final String WEIGHTS = "adapter_model.safetensors";

  private AdapterFolder() {}

  /**
   * What an adapter is loaded onto.
   *
   * @param linears the language model's modules
   * @param base null when the base model's identity is not to be checked
   */
  public record Target(List<Linear> linears, Device device, @Nullable BaseModel base) {
    public Target {
      linears = List.copyOf(linears);
    }
  }

  /**
   * An adapter to respond with.
   *
   * @throws Failure MODEL_UNREADABLE, naming file, key, shape and dtype, when it is damaged, uses
   *     what is not supported, or was made for another base model
   */
  public static Lora read(Path folder, Target target) {
    return read(folder, target, false);
  }

  /** An adapter to train further; errors as {@link #read(Path, Target)}. */
  public static Lora readTrainable(Path folder, Target target) {
    return read(folder, target, true);
  }

  private static Lora read(Path folder, Target target, boolean trainable) {
    LoraSettings settings = PeftConfig.read(folder);
    Provenance.require(folder, target.base());
    try (Safetensors file = Safetensors.open(folder.resolve(WEIGHTS))) {
      Map<Linear, String> names = names(file, target.linears());
      LoraWeights weights =
          new LoraWeights(
              new ArrayList<>(names.keySet()), settings.rank(), target.device(), trainable);
      try {
        List<String> ordered = new ArrayList<>(names.values());
        for (int i = 0; i < ordered.size(); i++) fill(file, ordered.get(i), weights.parts().get(i));
      } catch (RuntimeException broken) {
        weights.close();
        throw broken;
      }
      return new Lora(settings, weights);
    }
  }

  /** The modules that the file has matrices for, with their names in it. */
  private static Map<Linear, String> names(Safetensors file, List<Linear> linears) {
    Map<Linear, String> names = new LinkedHashMap<>();
    Set<String> unknown = new TreeSet<>(file.keys());
    for (Linear linear : linears)
      for (String name : PeftNames.modules(linear.name()))
        if (file.has(PeftNames.a(name))) {
          names.put(linear, name);
          unknown.removeAll(Set.of(PeftNames.a(name), PeftNames.b(name)));
        }
    if (names.isEmpty() || !unknown.isEmpty())
      throw new Failure(
          ErrorCode.MODEL_UNREADABLE,
          "%s: %s is for no linear module of this language model, which has %s and the like"
              .formatted(
                  file.file(),
                  unknown.isEmpty() ? "it" : unknown.iterator().next(),
                  PeftNames.a(linears.getFirst().name())));
    return names;
  }

  private static void fill(Safetensors file, String module, LoraWeights.Part part) {
    copy(file, PeftNames.a(module), part.a());
    copy(file, PeftNames.b(module), part.b());
  }

  private static void copy(Safetensors file, String key, Tensor matrix) {
    TensorInfo info = file.info(key);
    long[] expected = {matrix.size(0), matrix.size(1)};
    if (!info.dtype().floating() || !Arrays.equals(info.sizes(), expected))
      throw new Failure(
          ErrorCode.MODEL_UNREADABLE,
          "%s: %s is %s %s; rank and module ask for %s and a floating type"
              .formatted(file.file(), key, info.dtype(), info.shape(), Arrays.toString(expected)));
    try (TensorScope _ = TensorScope.open()) {
      requireNonNull(Torch.withoutGradients(() -> matrix.copy_(file.tensor(key))));
    }
  }

  /**
   * Writes the adapter whole or not at all.
   *
   * @throws Failure INTERNAL when the folder cannot be written; what was there before stays
   */
  public static void write(Path folder, Lora lora, Provenance provenance) {
    try {
      AtomicFolder.write(
          folder,
          partial -> {
            writeWeights(partial, lora, provenance.baseModel());
            Files.writeString(partial.resolve(Provenance.FILE), provenance.json());
          });
    } catch (IOException failed) {
      throw new Failure(
          ErrorCode.INTERNAL,
          "The adapter %s could not be written (%s). Free space or choose another folder; the training can be resumed."
              .formatted(folder, failed.getMessage()),
          failed);
    }
  }

  /** PEFT's two files in a folder that is there. */
  public static void writeWeights(Path folder, Lora lora, String baseModel) throws IOException {
    List<String> modules = lora.weights().parts().stream().map(LoraWeights.Part::module).toList();
    Files.writeString(
        folder.resolve(PeftConfig.FILE), PeftConfig.json(lora.settings(), modules, baseModel));
    SafetensorsWriter.write(
        folder.resolve(WEIGHTS), lora.weights().named(), Map.of("format", "pt"));
  }
}
