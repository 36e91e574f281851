package decompgen.torch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import decompgen.torch.Parity;
import decompgen.torch.checkpoint.JsonFile;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Safetensors;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import decompgen.torch.memory.Torch;
import decompgen.torch.memory.Weights;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of Qwen-VL-Chat's own code. */
@Tag("native")
class QwenVlParityTest {
  static final double LOGITS = 5e-5;
  private static final Path MODEL = Parity.folder("qwen_vl/model");

  @Test
  void keysAndShapes_areTheReferences() {
    JsonNode keys = Parity.json("qwen_vl/keys.json");
    try (Weights weights = Weights.open(MODEL)) {
      assertThat(weights.keys()).hasSize(keys.size());
      for (String key : weights.keys())
        assertThat(weights.tensor(Placement.CPU_FLOAT32, Parity.longs(keys.path(key)), key).dim())
            .isEqualTo(keys.path(key).size());
    }
  }

  @Test
  void everyStageOfTheTower_equalsTheReferences() {
    with(
        qwen -> {
          try (Safetensors visual = Parity.tensors("qwen_vl/visual.safetensors")) {
            QwenVlVision vision = qwen.vision();
            Tensor hidden = vision.embed(visual.tensor("pixel_values"));
            near("ln_pre", hidden, visual.tensor("ln_pre"));
            for (int i = 0; visual.has("resblock" + i + "_LND"); i++) {
              hidden = vision.block(i, hidden);
              near("resblock " + i, hidden.transpose(0, 1), visual.tensor("resblock" + i + "_LND"));
            }
            near("attn_pool", vision.resampler().apply(hidden), visual.tensor("attn_pool"));
            near(
                "visual_out",
                qwen.features(visual.tensor("pixel_values")),
                visual.tensor("visual_out"));
          }
        });
  }

  @Test
  void positions_stretchedToThePatches_equalTheReferences() {
    with(
        qwen -> {
          try (Safetensors visual = Parity.tensors("qwen_vl/visual.safetensors");
              Weights weights = Weights.open(MODEL)) {
            Tensor ours = visual.tensor("sincos_pos_embed");
            Tensor reference = visual.tensor("pos_embed_interp");
            int grid = (int) Math.round(Math.sqrt(reference.size(0)));
            near("queries'", QwenVlVision.stretched(ours, grid), reference);
            Tensor tower = visual.tensor("positional_embedding_interp");
            String key = "transformer.visual.positional_embedding";
            Tensor table =
                weights.tensor(Placement.CPU_FLOAT32, new long[] {256, tower.size(1)}, key);
            near("tower's", QwenVlVision.stretched(table, grid), tower);
          }
        });
  }

  @Test
  void everyBlockOfTheText_equalsTheReferences() {
    with(
        qwen -> {
          try (Safetensors reference = Parity.tensors("qwen_vl/case_single.safetensors")) {
            LanguageModel.Blocks blocks = qwen.language().blocks(pass(reference));
            Tensor hidden = embed(qwen, reference.tensor("input_ids"));
            for (int i = 0; i < blocks.size(); i++) {
              near("hidden." + i, hidden, reference.tensor("hidden." + i));
              hidden = blocks.apply(i, hidden);
            }
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"single", "batch_right_pad", "batch_left_pad", "text_only"})
  void logitsAndLogProbabilities_equalTheReferences(String name) {
    with(
        qwen -> {
          try (Safetensors reference = Parity.tensors("qwen_vl/case_" + name + ".safetensors")) {
            Tensor embeddings = embed(qwen, reference.tensor("input_ids"));
            Cases.assertLogitsAndLogps(
                reference, qwen.language().logits(embeddings, pass(reference)), LOGITS);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"single", "batch_right_pad", "batch_left_pad", "text_only"})
  void greedyTokens_areTheReferences(String name) {
    with(
        qwen -> {
          JsonNode greedy = Parity.json("qwen_vl/greedy.json").path(name);
          JsonNode prompts = greedy.path("prompt_ids");
          assertThat(prompts.size()).isPositive();
          for (int row = 0; row < prompts.size(); row++) {
            long[] expected = Parity.longs(greedy.path("greedy24_no_eos").path(row));
            long[] prompt = Cases.unpadded(prompts.path(row), greedy.path("mask").path(row));
            assertThat(Cases.greedy(qwen, prompt, pictures(qwen, prompt), expected.length))
                .isEqualTo(expected);
          }
        });
  }

  @Test
  void longPrompts_equalTheReferences_stretchedOutsideOfTrainingOnly() {
    try (Safetensors reference = Parity.tensors("qwen_vl/case_long_ntk_logn.safetensors")) {
      with(
          40,
          qwen -> near("stretched", logits(qwen, reference, false), reference.tensor("logits")));
      with(
          40,
          qwen ->
              near(
                  "training",
                  logits(qwen, reference, true),
                  reference.tensor("logits_training_mode")));
      with(
          256,
          qwen ->
              near(
                  "trained for it",
                  logits(qwen, reference, false),
                  reference.tensor("logits_seq_length_256")));
    }
  }

  @Test
  void longPrompts_keepTheirStretchWhileTheyAreContinued() {
    try (Safetensors reference = Parity.tensors("qwen_vl/case_long_ntk_logn.safetensors")) {
      long[] expected = Tensors.longs(reference.tensor("greedy24"));
      long[] prompt = Tensors.longs(reference.tensor("input_ids"));
      with(
          40,
          qwen ->
              assertThat(Cases.greedy(qwen, prompt, pictures(qwen, prompt), expected.length))
                  .isEqualTo(expected));
    }
  }

  private static Tensor logits(QwenVl qwen, Safetensors reference, boolean training) {
    Tensor ids = reference.tensor("input_ids");
    Pass pass =
        Pass.causal(Cases.positions(0, ids.size(1), Placement.CPU_FLOAT32), Adaptation.NONE);
    return qwen.language().logits(embed(qwen, ids), training ? pass.forTraining() : pass);
  }

  private static Tensor embed(QwenVl qwen, Tensor ids) {
    Tensor[] rows = new Tensor[(int) ids.size(0)];
    for (int row = 0; row < rows.length; row++) {
      long[] own = Tensors.longs(ids.select(0, row));
      rows[row] = qwen.embed(own, pictures(qwen, own));
    }
    return Tensors.cat(0, rows);
  }

  /** The features of the pictures that the prompt names in its spans. */
  static List<Tensor> pictures(VisionLanguageModel qwen, long[] ids) {
    ImageTokens.Between spans = (ImageTokens.Between) qwen.imageTokens();
    List<Tensor> pictures = new ArrayList<>();
    try (Safetensors visual = Parity.tensors("qwen_vl/visual.safetensors")) {
      for (int i = 0; i < ids.length; i++)
        if (ids[i] == spans.begin()) {
          Tensor pixels = visual.tensor("pixel_values").narrow(0, picture(ids, i + 1), 1);
          pictures.add(qwen.features(pixels).select(0, 0));
        }
    }
    return pictures;
  }

  /** A span holds the bytes of its picture's name. */
  private static int picture(long[] ids, int from) {
    int to = from;
    while (ids[to] < 256) to++;
    byte[] name = new byte[to - from];
    for (int i = 0; i < name.length; i++) name[i] = (byte) ids[from + i];
    JsonNode names = Parity.json("qwen_vl/visual.json").path("images");
    for (int i = 0; i < names.size(); i++)
      if (names.path(i).asText().equals(new String(name, StandardCharsets.UTF_8))) return i;
    throw new AssertionError("no picture " + new String(name, StandardCharsets.UTF_8));
  }

  private static Pass pass(Safetensors reference) {
    return Cases.padded(reference.tensor("attention_mask"), Placement.CPU_FLOAT32);
  }

  private static void near(String what, Tensor ours, Tensor reference) {
    Parity.assertNear(what, ours, reference, LOGITS);
  }

  private static void with(Consumer<QwenVl> test) {
    Cases.with("qwen_vl/model", Placement.CPU_FLOAT32, model -> test.accept((QwenVl) model));
  }

  /** With another length that the model was trained for. */
  private static void with(int trainedLength, Consumer<QwenVl> test) {
    JsonFile config = JsonFile.read(MODEL.resolve("config.json"));
    ((ObjectNode) config.json()).put("seq_length", trainedLength);
    try (VisionLanguageModel model =
            Architecture.QWEN_VL.read(Weights.open(MODEL), config, Placement.CPU_FLOAT32);
        TensorScope scope = TensorScope.open()) {
      Torch.withoutGradients(
          () -> {
            test.accept((QwenVl) model);
            return true;
          });
    }
  }
}
