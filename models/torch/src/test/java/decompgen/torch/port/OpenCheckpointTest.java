package decompgen.torch.port;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.torch.Parity;
import decompgen.torch.memory.Placement;
import decompgen.torch.policy.VisionLanguageModel;
import decompgen.torch.text.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("native")
class OpenCheckpointTest {
  private static final Path MODEL = Parity.folder("llama3/model");

  @TempDir Path folder;

  @Test
  void open_chatThatIsRefused_closesTheTokenizer() throws IOException {
    Files.writeString(folder.resolve("chat_template.jinja"), "{% nonsense %}");
    Tokenizer tokenizer = Tokenizer.open(MODEL);
    try (VisionLanguageModel model = VisionLanguageModel.read(MODEL, Placement.CPU_FLOAT32)) {
      assertThatThrownBy(() -> OpenCheckpoint.open(folder, model, tokenizer))
          .hasMessageContaining("no statement \"nonsense\" is known");
    }
    assertThatThrownBy(() -> tokenizer.encode("a"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }
}
