package decompgen.torch.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import decompgen.domain.error.Failure;
import decompgen.torch.Parity;
import decompgen.torch.checkpoint.JsonFile;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Safetensors;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import decompgen.torch.memory.Torch;
import decompgen.torch.memory.Weights;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One checkpoint under the names that it has had, and with other choices of its config.json. */
@Tag("native")
class LlavaLayoutsTest {
  private static final Path MODEL = Parity.folder("llava/model");
  private static final String TIED = "tie_word_embeddings";

  @Test
  void shards_giveTheSameLogits() {
    float[] single = logits(VisionLanguageModel.read(MODEL, Placement.CPU_FLOAT32));
    assertThat(
            logits(
                VisionLanguageModel.read(
                    Parity.folder("llava/model-sharded"), Placement.CPU_FLOAT32)))
        .isEqualTo(single);
  }

  @Test
  void namesOfTransformers452_giveTheSameLogits() {
    renamed(
        key ->
            key.replace("language_model.model.", "model.language_model.")
                .replace("language_model.lm_head", "lm_head")
                .replaceFirst("^(vision_tower|multi_modal_projector)", "model.$1"));
  }

  @Test
  void namesOfTransformers5_giveTheSameLogits() {
    renamed(
        key ->
            key.replace("language_model.model.", "model.language_model.")
                .replace("language_model.lm_head", "lm_head")
                .replace("vision_tower.vision_model.", "model.vision_tower.")
                .replaceFirst("^multi_modal_projector", "model.multi_modal_projector"));
  }

  @Test
  void headlessCheckpoint_isTiedWhereverItsConfigSaysSo() {
    float[] expected = headless(config -> config.withObject("text_config").put(TIED, true));
    assertThat(headless(config -> config.put(TIED, true))).isEqualTo(expected);
    assertThatThrownBy(() -> headless(config -> {}))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("lm_head.weight");
  }

  @Test
  void headOfItsOwn_isTakenAlthoughTheConfigSaysTiedOutsideOfItsTextPart() {
    JsonFile config = JsonFile.read(MODEL.resolve("config.json"));
    ((ObjectNode) config.json()).put(TIED, true);
    assertThat(logits(Llava.read(Weights.open(MODEL), config, Placement.CPU_FLOAT32)))
        .isEqualTo(logits(VisionLanguageModel.read(MODEL, Placement.CPU_FLOAT32)));
  }

  private static float[] headless(Consumer<ObjectNode> change) {
    JsonFile config = JsonFile.read(MODEL.resolve("config.json"));
    change.accept((ObjectNode) config.json());
    try (Safetensors file = Safetensors.open(MODEL.resolve("model.safetensors"));
        TensorScope _ = TensorScope.open()) {
      Map<String, Tensor> tensors = new HashMap<>();
      for (String key : file.keys())
        if (!key.endsWith("lm_head.weight")) tensors.put(key, file.tensor(key));
      assertThat(tensors).hasSize(file.keys().size() - 1);
      return logits(Llava.read(Weights.of(tensors), config, Placement.CPU_FLOAT32));
    }
  }

  @Test
  void modules_areNamedAsInTheCheckpoint() {
    Cases.with(
        "llava/model",
        Placement.CPU_FLOAT32,
        model ->
            assertThat(model.language().linears().getFirst().name())
                .isEqualTo("language_model.model.layers.0.self_attn.q_proj"));
  }

  @Test
  void featuresOfTheClassTokenToo_areOneMoreTokenAPicture() {
    with(
        config -> config.put("vision_feature_select_strategy", "full"),
        llava -> {
          try (Safetensors reference = Parity.tensors("llava/case_single.safetensors")) {
            Tensor states = llava.selected(reference.tensor("pixel_values"));
            Parity.assertNear(
                "with the class token", states, reference.tensor("vision_feature_layer_m2"), 3e-5);
            assertThat(states.size(1)).isEqualTo(llava.imageTokens().each());
          }
        });
  }

  private static void with(Consumer<ObjectNode> change, Consumer<Llava> test) {
    JsonFile config = JsonFile.read(MODEL.resolve("config.json"));
    change.accept((ObjectNode) config.json());
    try (Llava llava = Llava.read(Weights.open(MODEL), config, Placement.CPU_FLOAT32);
        TensorScope _ = TensorScope.open()) {
      test.accept(llava);
    }
  }

  private static void renamed(UnaryOperator<String> names) {
    float[] expected = logits(VisionLanguageModel.read(MODEL, Placement.CPU_FLOAT32));
    JsonFile config = JsonFile.read(MODEL.resolve("config.json"));
    try (Safetensors file = Safetensors.open(MODEL.resolve("model.safetensors"));
        TensorScope _ = TensorScope.open()) {
      Map<String, Tensor> tensors = new HashMap<>();
      for (String key : file.keys()) tensors.put(names.apply(key), file.tensor(key));
      assertThat(tensors.keySet()).isNotEqualTo(file.keys());
      assertThat(logits(Llava.read(Weights.of(tensors), config, Placement.CPU_FLOAT32)))
          .isEqualTo(expected);
    }
  }

  /** Of the reference's prompt with a picture. */
  private static float[] logits(VisionLanguageModel read) {
    try (VisionLanguageModel model = read;
        Safetensors reference = Parity.tensors("llava/case_single.safetensors");
        TensorScope _ = TensorScope.open()) {
      return Torch.withoutGradients(
          () -> {
            Tensor picture = model.features(reference.tensor("pixel_values")).select(0, 0);
            Tensor embeddings =
                model.embed(Tensors.longs(reference.tensor("input_ids")), List.of(picture));
            Pass pass =
                Pass.causal(
                    Cases.positions(0, embeddings.size(1), model.placement()), Adaptation.NONE);
            return Tensors.floats(model.language().logits(embeddings, pass));
          });
    }
  }
}
