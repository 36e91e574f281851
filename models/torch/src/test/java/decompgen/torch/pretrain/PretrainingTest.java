package decompgen.torch.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import decompgen.domain.error.Failure;
import decompgen.torch.image.ImageProcessor;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import decompgen.torch.memory.Torch;
import decompgen.torch.policy.VisionLanguageModel;
import decompgen.torch.text.Tokenizer;
import decompgen.torch.world.Scene;
import decompgen.torch.world.World;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("native")
class PretrainingTest {
  private static final Pretraining.Settings FEW = new Pretraining.Settings(1, 64, 4, 4);

  @TempDir private static Path temporary;
  private static Path policy;
  private static final List<Double> LOSSES = new ArrayList<>();

  @BeforeAll
  static void make() {
    Torch.threads(1);
    policy = temporary.resolve("policy");
    Pretraining.run(policy, FEW, (_, _, _, loss) -> LOSSES.add(loss));
  }

  private static Path made(String name, Pretraining.Settings settings) {
    Path folder = temporary.resolve(name);
    Pretraining.run(folder, settings, (_, _, _, _) -> {});
    return folder;
  }

  @Test
  void run_fewSteps_learnsAndLeavesACheckpointThatLoads() {
    assertThat(LOSSES).hasSize(8);
    assertThat(LOSSES.get(3)).isLessThan(LOSSES.get(0));
    assertThat(LOSSES.get(7)).isLessThan(LOSSES.get(4));
    try (VisionLanguageModel model = VisionLanguageModel.read(policy, Placement.CPU_FLOAT32);
        Tokenizer tokenizer = Tokenizer.open(policy)) {
      assertThat(IntStream.of(tokenizer.encodePrompt("A yellow mug.<image></s>")))
          .isNotEmpty()
          .allMatch(id -> id < model.language().vocabulary());
      assertThat(model.imageTokens().each()).isEqualTo(49);
    }
  }

  @Test
  void run_leavesAPictureToTryItWith() throws IOException {
    BufferedImage sample = ImageIO.read(policy.resolve("sample.png").toFile());
    assertThat(List.of(sample.getWidth(), sample.getHeight())).containsOnly(448);
  }

  @Test
  void run_sameSeed_sameWeights() throws IOException {
    byte[] first = weights(policy);
    assertThat(weights(made("two", FEW))).isEqualTo(first);
    assertThat(weights(made("three", new Pretraining.Settings(2, 64, 4, 4)))).isNotEqualTo(first);
  }

  private static byte[] weights(Path folder) throws IOException {
    return Files.readAllBytes(folder.resolve("model.safetensors"));
  }

  @Test
  void run_folderCannotBe_isRefusedAndLeavesNothing() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "taken");
    assertThatThrownBy(() -> Pretraining.run(file.resolve("policy"), FEW, (_, _, _, _) -> {}))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("cannot be written");
  }

  @Test
  void of_impossibleSettings_areRefused() {
    assertThatThrownBy(() -> new Pretraining.Settings(1, 63, 1, 1)).hasMessage("pictures: 63");
    // 3 x 112 x 112 bytes each: more than 57,065 overflow an int.
    assertThatThrownBy(() -> new Pretraining.Settings(1, 57_066, 1, 1))
        .hasMessage("pictures: 57066");
    assertThatThrownBy(() -> new Pretraining.Settings(1, 64, 0, 1)).hasMessage("steps: 0, 1");
  }

  @Test
  void pixelValues_ofTheGallery_areTheProcessors() {
    World world = World.load();
    List<Scene> scenes = world.scenes(8, 0).limit(3).toList();
    ImageProcessor processor = ImageProcessor.read(policy);
    try (Gallery gallery = Gallery.paint(world, scenes);
        TensorScope _ = TensorScope.open()) {
      float[] ours = Tensors.floats(gallery.pixelValues(2));
      float[] expected = processor.process(world.paint(scenes.get(2))).values();
      assertThat(ours).hasSameSizeAs(expected);
      for (int i = 0; i < ours.length; i++)
        assertThat(ours[i]).isCloseTo(expected[i], within(1e-6f));
    }
  }

  @Test
  void decode_ofATokenizedCaption_isTheCaption() {
    try (Tokenizer tokenizer = Tokenizer.open(policy)) {
      String caption = "The picture shows two dogs. A red car on the left can be seen.";
      assertThat(tokenizer.decode(tokenizer.encode(caption))).isEqualTo(caption);
      assertThat(tokenizer.decode(tokenizer.encode("An unheard word."))).isEqualTo("An.");
    }
  }
}
