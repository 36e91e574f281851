package decompgen.torch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.torch.Parity;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Safetensors;
import decompgen.torch.memory.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of transformers' LlavaForConditionalGeneration. */
@Tag("native")
class LlavaParityTest {
  static final double LOGITS = 3e-5;

  @ParameterizedTest
  @ValueSource(strings = {"single", "batch_right_pad", "batch_left_pad", "two_images"})
  void imageFeatures_equalTheReferences(String name) {
    with(
        name,
        (llava, reference) -> {
          Tensor pixels = reference.tensor("pixel_values");
          Parity.assertNear(
              "tower",
              llava.selected(pixels),
              reference.tensor("vision_feature_layer_m2").narrow(1, 1, each(llava)),
              LOGITS);
          Parity.assertNear(
              "features", llava.features(pixels), reference.tensor("image_features"), LOGITS);
        });
  }

  @Test
  void everyLayerOfTheTower_equalsTheReferences() {
    with(
        "single",
        (llava, reference) -> {
          int layers = 0;
          while (reference.has("vision_hidden." + layers)) layers++;
          List<Tensor> states =
              llava.tower().hiddenStates(reference.tensor("pixel_values"), layers - 1);
          assertThat(states).hasSizeGreaterThan(1);
          for (int i = 0; i < layers; i++)
            Parity.assertNear(
                "vision_hidden." + i,
                states.get(i),
                reference.tensor("vision_hidden." + i),
                LOGITS);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"single", "batch_left_pad"})
  void everyBlockOfTheText_equalsTheReferences(String name) {
    with(
        name,
        (llava, reference) -> {
          Tensor there = reference.tensor("attention_mask").unsqueeze(-1);
          LanguageModel.Blocks blocks = llava.language().blocks(pass(reference));
          Tensor hidden = embed(llava, reference);
          for (int i = 0; i < blocks.size(); i++) {
            Parity.assertNear(
                "text_hidden." + i,
                hidden.mul(there),
                reference.tensor("text_hidden." + i).mul(there),
                LOGITS);
            hidden = blocks.apply(i, hidden);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"single", "batch_right_pad", "batch_left_pad", "text_only", "two_images"})
  void logitsAndLogProbabilities_equalTheReferences(String name) {
    with(
        name,
        (llava, reference) ->
            Cases.assertLogitsAndLogps(
                reference,
                llava.language().logits(embed(llava, reference), pass(reference)),
                LOGITS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"single", "batch_right_pad", "batch_left_pad", "text_only", "two_images"})
  void greedyTokens_areTheReferences(String name) {
    with(
        name,
        (llava, reference) -> {
          JsonNode greedy = Parity.json("llava/greedy.json").path(name);
          JsonNode prompts = greedy.path("prompt_input_ids");
          List<Tensor> pictures = pictures(llava, reference);
          for (int row = 0; row < prompts.size(); row++) {
            long[] expected = Parity.longs(greedy.path("greedy24_no_eos").path(row));
            long[] prompt =
                Cases.unpadded(prompts.path(row), greedy.path("prompt_attention_mask").path(row));
            List<Tensor> own = pictures.subList(0, count(llava, prompt));
            assertThat(Cases.greedy(llava, prompt, own, expected.length)).isEqualTo(expected);
            own.clear();
          }
        });
  }

  private static Tensor embed(Llava llava, Safetensors reference) {
    Tensor ids = reference.tensor("input_ids");
    List<Tensor> pictures = pictures(llava, reference);
    List<Tensor> rows = new ArrayList<>();
    for (int row = 0; row < ids.size(0); row++) {
      long[] own = Tensors.longs(ids.select(0, row));
      List<Tensor> taken = pictures.subList(0, count(llava, own));
      rows.add(llava.embed(own, taken));
      taken.clear();
    }
    return torch.cat(new TensorVector(rows.toArray(Tensor[]::new)), 0);
  }

  private static List<Tensor> pictures(Llava llava, Safetensors reference) {
    List<Tensor> pictures = new ArrayList<>();
    if (!reference.has("pixel_values")) return pictures;
    Tensor features = llava.features(reference.tensor("pixel_values"));
    for (int i = 0; i < features.size(0); i++) pictures.add(features.select(0, i));
    return pictures;
  }

  private static int count(Llava llava, long[] expanded) {
    long image = ((ImageTokens.Repeated) llava.imageTokens()).id();
    return (int) (Arrays.stream(expanded).filter(id -> id == image).count() / each(llava));
  }

  private static int each(Llava llava) {
    return llava.imageTokens().each();
  }

  private static Pass pass(Safetensors reference) {
    return Cases.padded(reference.tensor("attention_mask"), Placement.CPU_FLOAT32);
  }

  private interface Check {
    void run(Llava llava, Safetensors reference);
  }

  private static void with(String name, Check check) {
    try (Safetensors reference = Parity.tensors("llava/case_" + name + ".safetensors")) {
      Cases.with(
          "llava/model", Placement.CPU_FLOAT32, model -> check.run((Llava) model, reference));
    }
  }
}
