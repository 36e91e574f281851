package decompgen.torch.policy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import decompgen.torch.NativeMemory;
import decompgen.torch.Parity;
import decompgen.torch.checkpoint.JsonFile;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.Dtype;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Weights;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is left of a network that was closed, or that could not be read to its end. */
@Tag("native")
class MemoryTest {
  private static final Path MODEL = Parity.folder("llava/model");

  /** Another type than the file's, so that every tensor is a copy that could be left behind. */
  private static final Placement COPIED = new Placement(Device.CPU, Dtype.F64);

  private static final long BYTES = 2 * MODEL.resolve("model.safetensors").toFile().length();

  @Test
  void closedNetworks_leaveNothing() {
    NativeMemory.assertFlat(BYTES, () -> VisionLanguageModel.read(MODEL, COPIED).close());
  }

  @Test
  void networksThatFailAtTheirLastLayer_leaveNothing() {
    JsonFile config = JsonFile.read(MODEL.resolve("config.json"));
    ObjectNode text = (ObjectNode) config.json().get("text_config");
    int layers = text.get("num_hidden_layers").asInt();
    text.put("num_hidden_layers", layers + 1);
    NativeMemory.assertFlat(
        BYTES,
        () ->
            assertThatThrownBy(() -> Architecture.LLAVA.read(Weights.open(MODEL), config, COPIED))
                .hasMessageContaining("layers." + layers));
  }
}
