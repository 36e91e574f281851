package decompgen.torch.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import decompgen.domain.dpo.DpoLoss;
import decompgen.domain.error.Failure;
import decompgen.domain.training.BatchSettings;
import decompgen.domain.training.ComputationSettings;
import decompgen.domain.training.LoraSettings;
import decompgen.domain.training.OptimizerSettings;
import decompgen.domain.training.PairLayout;
import decompgen.domain.training.SavingSettings;
import decompgen.domain.training.Schedule;
import decompgen.domain.training.Targets;
import decompgen.domain.training.TrainingSettings;
import decompgen.torch.Parity;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Safetensors;
import decompgen.torch.memory.SafetensorsWriter;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import decompgen.torch.policy.Linear;
import decompgen.torch.policy.VisionLanguageModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Adapters as PEFT writes them, read, merged and written back. */
@Tag("native")
class PeftFilesParityTest {
  @TempDir Path temporary;

  @ParameterizedTest
  @CsvSource({
    "llava/model, dpo/adapter, 4",
    "llava/model, dpo/adapter_after_20, 4",
    "qwen_vl/model, qwen_vl/dpo/adapter, 4"
  })
  void writtenBack_isPeftsFileByteForByte(String model, String adapter, int rank)
      throws IOException {
    with(
        model,
        Parity.folder(adapter),
        (policy, lora) -> {
          assertThat(lora.settings().rank()).isEqualTo(rank);
          Path target = temporary.resolve("adapter");
          AdapterFolder.write(target, lora, provenance(Parity.folder(model)));
          assertThat(target.resolve(AdapterFolder.WEIGHTS))
              .hasSameBinaryContentAs(Parity.folder(adapter).resolve(AdapterFolder.WEIGHTS));
          assertThat(temporary).isDirectoryNotContaining("glob:**.{partial,old}");
        });
    JsonNode ours = json(temporary.resolve("adapter"));
    JsonNode peft = json(Parity.folder(adapter));
    for (String key : List.of("peft_type", "r", "lora_alpha", "bias", "task_type", "lora_dropout"))
      assertThat(ours.path(key).asText()).as(key).isEqualTo(peft.path(key).asText());
  }

  @Test
  void merged_equalsTheReferences() {
    with(
        "llava/model",
        Parity.folder("dpo/adapter"),
        (policy, lora) -> {
          try (Safetensors merged = Parity.tensors("dpo/merged_qv.safetensors")) {
            List<Linear> adapted =
                policy.language().linears().stream()
                    .filter(linear -> merged.has(linear.name() + ".weight"))
                    .toList();
            assertThat(adapted).hasSameSizeAs(merged.keys());
            for (Linear linear : adapted)
              Parity.assertNear(
                  linear.name(),
                  lora.merged(linear),
                  merged.tensor(linear.name() + ".weight"),
                  1e-6);
          }
        });
  }

  @Test
  void layoutOfNewerTransformers_isReadAsTheOlder() throws IOException {
    Path renamed =
        changed(
            config -> config,
            name ->
                name.replace(
                    "base_model.model.language_model.model.",
                    "base_model.model.model.language_model."));
    with(
        "llava/model",
        renamed,
        (policy, lora) ->
            with(
                "llava/model",
                Parity.folder("dpo/adapter"),
                (_, same) ->
                    assertThat(Tensors.floats(lora.weights().values()))
                        .isEqualTo(Tensors.floats(same.weights().values()))));
  }

  @Test
  void config_namesOnAMultimodalModel_keepsPeftWithinTheLanguageModel() throws IOException {
    String written =
        PeftConfig.json(
            settings(new Targets.Names(List.of("q_proj", "attn.c_proj"))),
            List.of("language_model.model.layers.0.self_attn.q_proj"),
            "base");
    assertThat(new ObjectMapper().readTree(written).path("target_modules").asText())
        .isEqualTo(".*language_model.*\\.(attn\\.c_proj|q_proj)");
    String text =
        PeftConfig.json(
            settings(new Targets.AllLinear()),
            List.of("model.layers.0.mlp.up_proj", "model.layers.1.mlp.up_proj"),
            "base");
    assertThat(new ObjectMapper().readTree(text).path("target_modules"))
        .extracting(JsonNode::asText)
        .containsExactly("up_proj");
  }

  @Test
  void anotherBase_isRefusedByHash() {
    with(
        "llava/model",
        Parity.folder("dpo/adapter"),
        (policy, lora) -> {
          Path target = temporary.resolve("adapter");
          AdapterFolder.write(target, lora, provenance(Parity.folder("llava/model-fp16")));
          BaseModel base = new BaseModel(Parity.folder("llava/model"));
          AdapterFolder.Target onto =
              new AdapterFolder.Target(policy.language().linears(), Device.CPU, base);
          assertThatThrownBy(() -> AdapterFolder.read(target, onto))
              .isInstanceOf(Failure.class)
              .hasMessageContaining("model-fp16")
              .hasMessageContaining(base.hash());
          AdapterFolder.write(target, lora, provenance(Parity.folder("llava/model")));
          AdapterFolder.read(target, onto).close();
        });
  }

  @ParameterizedTest
  @CsvSource({
    "'\"use_dora\": false', '\"use_dora\": true', use_dora",
    "'\"bias\": \"none\"', '\"bias\": \"all\"', bias",
    "'\"rank_pattern\": {}', '\"rank_pattern\": {\"x\": 2}', rank_pattern",
    "'\"peft_type\": \"LORA\"', '\"peft_type\": \"IA3\"', peft_type",
    "'\"r\": 4', '\"r\": 8', 'F32 [4, 64]; rank and module ask for [8, 64]'",
    "'\"init_lora_weights\": true', '\"init_lora_weights\": \"pissa_niter_4\"', init_lora_weights",
    "'\"r\": 4', '\"r\": 0', r is 0"
  })
  void whatIsNotSupportedOrDoesNotFit_isRefusedByName(String key, String value, String named)
      throws IOException {
    Path folder = changed(config -> config.replace(key, value), name -> name);
    assertThatThrownBy(() -> with("llava/model", folder, (policy, lora) -> {}))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(named);
  }

  @Test
  void matrixOfNoModule_isRefusedByName() throws IOException {
    Path folder = changed(config -> config, name -> name.replace("layers.2", "layers.7"));
    assertThatThrownBy(() -> with("llava/model", folder, (policy, lora) -> {}))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("layers.7");
  }

  @Test
  void matrixMissing_isRefusedByName() throws IOException {
    Path folder = changed(config -> config, name -> name);
    Map<String, Tensor> half = new HashMap<>();
    try (Safetensors peft = Parity.tensors("dpo/adapter/adapter_model.safetensors");
        TensorScope _ = TensorScope.open()) {
      for (String name : peft.keys())
        if (!name.contains("layers.1.self_attn.v_proj.lora_B")) half.put(name, peft.tensor(name));
      Files.delete(folder.resolve(AdapterFolder.WEIGHTS));
      SafetensorsWriter.write(folder.resolve(AdapterFolder.WEIGHTS), half, Map.of());
    }
    assertThatThrownBy(() -> with("llava/model", folder, (policy, lora) -> {}))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("layers.1.self_attn.v_proj.lora_B");
  }

  /** A copy of the reference's adapter with another configuration and other names. */
  private Path changed(UnaryOperator<String> config, UnaryOperator<String> name)
      throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("changed"));
    Path peft = Parity.folder("dpo/adapter");
    String text = Files.readString(peft.resolve(PeftConfig.FILE));
    Files.writeString(folder.resolve(PeftConfig.FILE), config.apply(text));
    try (Safetensors file = Safetensors.open(peft.resolve(AdapterFolder.WEIGHTS));
        TensorScope _ = TensorScope.open()) {
      Map<String, Tensor> renamed = new HashMap<>();
      for (String key : file.keys()) renamed.put(name.apply(key), file.tensor(key));
      SafetensorsWriter.write(
          folder.resolve(AdapterFolder.WEIGHTS), renamed, Map.of("format", "pt"));
    }
    return folder;
  }

  private static JsonNode json(Path folder) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(PeftConfig.FILE).toFile());
  }

  private static Provenance provenance(Path base) {
    BaseModel model = new BaseModel(base);
    return new Provenance(
        model.name(),
        model.hash(),
        8,
        "sha256:0",
        20,
        new TrainingSettings(
            new DpoLoss(.1, 0),
            settings(new Targets.AllLinear()),
            OptimizerSettings.of(1e-4),
            new Schedule(Schedule.Decay.LINEAR, 2),
            new BatchSettings(2, 1, 1, 0, true, 1),
            new ComputationSettings(PairLayout.PLAIN, false, 512, 8),
            new SavingSettings(0, 2, 0)),
        Map.of("loss", .5),
        Map.of("java", "25"));
  }

  private static LoraSettings settings(Targets targets) {
    return new LoraSettings(4, 8, 0, false, targets);
  }

  private static void with(
      String model, Path adapter, BiConsumer<VisionLanguageModel, Lora> check) {
    try (VisionLanguageModel policy =
            VisionLanguageModel.read(Parity.folder(model), Placement.CPU_FLOAT32);
        Lora lora =
            AdapterFolder.read(
                adapter, new AdapterFolder.Target(policy.language().linears(), Device.CPU, null));
        TensorScope _ = TensorScope.open()) {
      check.accept(policy, lora);
    }
  }
}
