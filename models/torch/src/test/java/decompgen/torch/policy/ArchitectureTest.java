package decompgen.torch.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.torch.Parity;
import decompgen.torch.checkpoint.JsonFile;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.Dtype;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Tensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading a folder whatever network is in it. */
@Tag("native")
class ArchitectureTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"llama3/model, LLAMA", "llava/model, LLAVA", "qwen_vl/model, QWEN_VL"})
  void architecture_isWhatTheConfigNames(String model, Architecture expected) {
    JsonFile config = JsonFile.read(Parity.folder(model).resolve("config.json"));
    assertThat(Architecture.of(config)).isEqualTo(expected);
  }

  @Test
  void textAlone_embedsTokensAndRefusesPictures() {
    Cases.with(
        "llama3/model",
        Placement.CPU_FLOAT32,
        model -> {
          assertThat(Tensors.shape(model.embed(new long[] {1, 2}, List.of())).subList(0, 2))
              .containsExactly(1L, 2L);
          assertThatThrownBy(() -> model.features(Tensors.of(new float[3], 1, 3, 1, 1)))
              .hasMessage("the policy takes no pictures");
        });
  }

  @Test
  void unknownArchitecture_isRefusedByName() throws IOException {
    config("{\"architectures\": [\"MambaForCausalLM\"]}");
    unreadable(this::read, "config.json: architectures 'MambaForCausalLM' is not supported");
    config("{\"architectures\": [\"LlavaLlamaForCausalLM\"], \"model_type\": \"llava\"}");
    unreadable(this::read, "LlavaLlamaForCausalLM is the original's layout");
  }

  @Test
  void missingConfig_isNamed() {
    unreadable(this::read, folder.resolve("config.json") + " is missing");
  }

  @Test
  void missingWeights_areNamed() throws IOException {
    config("{\"architectures\": [\"LlamaForCausalLM\"]}");
    unreadable(this::read, folder + " has neither model.safetensors nor");
  }

  @Test
  void weightsOfAnotherShape_areRefusedWithFileKeyShapeAndDtype() throws IOException {
    Path model = Parity.folder("llava/model");
    Files.copy(model.resolve("model.safetensors"), folder.resolve("model.safetensors"));
    String text = Files.readString(model.resolve("config.json"));
    int patch =
        JsonFile.read(model.resolve("config.json")).part("vision_config").positive("patch_size", 0);
    config(text.replace("\"patch_size\": " + patch, "\"patch_size\": " + 2 * patch));
    unreadable(
        this::read,
        folder.resolve("model.safetensors")
            + ": vision_tower.vision_model.embeddings.patch_embedding.weight is F32 [");
  }

  @Test
  void absentGpu_isRefusedBeforeAnythingIsRead() {
    Placement gpu = new Placement(new Device("cuda:7"), Dtype.BF16);
    assertThatThrownBy(() -> VisionLanguageModel.read(folder, gpu))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CONFIG_INVALID))
        .hasMessageStartingWith("device cuda:7: libtorch finds ")
        .hasMessageContaining("./decompgen build --cuda");
  }

  @Test
  void pixelsOfAnotherSize_areRefused() {
    Cases.with(
        "llava/model",
        Placement.CPU_FLOAT32,
        model ->
            assertThatThrownBy(() -> model.features(Tensors.of(new float[300], 1, 3, 10, 10)))
                .hasMessageStartingWith(
                    "pixels are [1, 3, 10, 10], the vision tower takes [N, 3, "));
  }

  @Test
  void tokenOutsideTheVocabulary_isRefused() {
    Cases.with(
        "llava/model",
        Placement.CPU_FLOAT32,
        model -> {
          long beyond = model.language().vocabulary();
          assertThatThrownBy(() -> model.embed(new long[] {1, beyond}, List.of()))
              .hasMessageStartingWith("token id " + beyond + " lies outside the vocabulary");
        });
  }

  private void read() {
    VisionLanguageModel.read(folder, Placement.CPU_FLOAT32).close();
  }

  private void config(String json) throws IOException {
    Files.writeString(folder.resolve("config.json"), json);
  }

  private static void unreadable(ThrowingCallable read, String why) {
    assertThatThrownBy(read)
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.MODEL_UNREADABLE))
        .hasMessageContaining(why);
  }
}
