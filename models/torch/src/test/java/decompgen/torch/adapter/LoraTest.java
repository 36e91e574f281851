package decompgen.torch.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import decompgen.domain.error.Failure;
import decompgen.domain.training.LoraSettings;
import decompgen.domain.training.Targets;
import decompgen.torch.Parity;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Randomness;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import decompgen.torch.policy.Adaptation;
import decompgen.torch.policy.Linear;
import decompgen.torch.policy.VisionLanguageModel;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("native")
class LoraTest {
  private static final Targets QUERIES = new Targets.Names(List.of("q_proj"));

  @Test
  void create_beginsAsPeftDoes() {
    with(
        settings(0, QUERIES),
        (model, lora) -> {
          for (LoraWeights.Part part : lora.weights().parts()) {
            assertThat(part.module()).endsWith("self_attn.q_proj");
            double bound = 1 / Math.sqrt(part.a().size(1));
            float[] a = Tensors.floats(part.a());
            for (float value : a) assertThat(Math.abs(value)).isLessThanOrEqualTo((float) bound);
            // The mean square of a uniform within ±b is b²/3; 4 x 64 draws come within a fifth.
            assertThat(meanSquare(a)).isCloseTo(bound * bound / 3, within(bound * bound / 15));
            assertThat(Tensors.floats(part.b())).containsOnly(0f);
          }
        });
  }

  @Test
  void create_equalSeeds_equalWeights() {
    with(
        settings(0, QUERIES),
        (model, lora) -> {
          List<Linear> linears = model.language().linears();
          try (Lora same = Lora.create(lora.settings(), linears, Device.CPU, Randomness.of(7));
              Lora other = Lora.create(lora.settings(), linears, Device.CPU, Randomness.of(8))) {
            float[] values = Tensors.floats(lora.weights().values());
            assertThat(Tensors.floats(same.weights().values())).isEqualTo(values);
            assertThat(Tensors.floats(other.weights().values())).isNotEqualTo(values);
          }
        });
  }

  @Test
  void create_allLinear_isOnEveryModuleButTheHead() {
    with(
        settings(0, new Targets.AllLinear()),
        (model, lora) ->
            assertThat(lora.weights().parts())
                .hasSameSizeAs(model.language().linears())
                .noneMatch(part -> part.module().contains("lm_head")));
  }

  @Test
  void create_noModuleMatches_namesWhatThereIs() {
    assertThatThrownBy(
            () -> with(settings(0, new Targets.Names(List.of("c_attn"))), (model, lora) -> {}))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("c_attn")
        .hasMessageContaining("q_proj");
  }

  @Test
  void withDropout_sameRandomness_sameMaskAndTheShareAsked() {
    with(
        settings(.5, QUERIES),
        (model, lora) -> {
          LoraWeights.Part part = lora.weights().parts().getFirst();
          // A of ones and B of ones: the change is scaling · r · Σ of the inputs that are kept.
          part.a().detach().fill_(new Scalar(1f));
          part.b().detach().fill_(new Scalar(1f));
          long in = part.a().size(1);
          Tensor input = Tensors.of(ones((int) (400 * in)), 400, in);
          Tensor output =
              Tensors.of(new float[400 * (int) part.b().size(0)], 400, part.b().size(0));
          float[] once = change(lora.withDropout(Randomness.of(3)), part.module(), input, output);
          assertThat(change(lora.withDropout(Randomness.of(3)), part.module(), input, output))
              .isEqualTo(once);
          assertThat(change(lora.withDropout(Randomness.of(4)), part.module(), input, output))
              .isNotEqualTo(once);
          double mean = 0;
          for (float value : once) mean += value / once.length;
          assertThat(mean).isCloseTo(2.0 * 4 * in, within(.1 * in));
          assertThat(change(lora, part.module(), input, output)).containsOnly(2f * 4 * in);
        });
  }

  private static float[] change(Adaptation adaptation, String module, Tensor in, Tensor out) {
    return Tensors.floats(adaptation.adapt(module, in, out));
  }

  private static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double meanSquare(float[] values) {
    double sum = 0;
    for (float value : values) sum += value * value;
    return sum / values.length;
  }

  private static LoraSettings settings(double dropout, Targets targets) {
    return new LoraSettings(4, 8, dropout, false, targets);
  }

  private interface Check {
    void run(VisionLanguageModel model, Lora lora);
  }

  private static void with(LoraSettings settings, Check check) {
    try (VisionLanguageModel model =
            VisionLanguageModel.read(Parity.folder("llama3/model"), Placement.CPU_FLOAT32);
        Lora lora =
            Lora.create(settings, model.language().linears(), Device.CPU, Randomness.of(7));
        TensorScope _ = TensorScope.open()) {
      check.run(model, lora);
    }
  }
}
