package decompgen.torch.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import decompgen.torch.Parity;
import decompgen.torch.checkpoint.JsonFile;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.Dtype;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Weights;
import java.nio.file.Path;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is left of a network that was closed, or that could not be read to its end. */
@Tag("native")
class MemoryTest {
  private static final Path MODEL = Parity.folder("llava/model");

  /** Another type than the file's, so that every tensor is a copy that could be left behind. */
  private static final Placement COPIED = new Placement(Device.CPU, Dtype.F64);

  private static final int ROUNDS = 60;

  @Test
  void closedNetworks_leaveNothing() {
    assertFlat(() -> VisionLanguageModel.read(MODEL, COPIED).close());
  }

  @Test
  void networksThatFailAtTheirLastLayer_leaveNothing() {
    JsonFile config = JsonFile.read(MODEL.resolve("config.json"));
    ObjectNode text = (ObjectNode) config.json().get("text_config");
    int layers = text.get("num_hidden_layers").asInt();
    text.put("num_hidden_layers", layers + 1);
    assertFlat(
        () ->
            assertThatThrownBy(() -> Architecture.LLAVA.read(Weights.open(MODEL), config, COPIED))
                .hasMessageContaining("layers." + layers));
  }

  /** That the process does not grow by a third of what the rounds read, after some to warm up. */
  private static void assertFlat(Runnable round) {
    long each = 2 * MODEL.resolve("model.safetensors").toFile().length();
    for (int i = 0; i < ROUNDS; i++) round.run();
    long before = Pointer.physicalBytes();
    for (int i = 0; i < ROUNDS; i++) round.run();
    assertThat(Pointer.physicalBytes() - before).isLessThan(each * ROUNDS / 3);
  }
}
