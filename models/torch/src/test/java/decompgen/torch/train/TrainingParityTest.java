package decompgen.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.domain.dpo.DpoLoss;
import decompgen.domain.training.PairLayout;
import decompgen.domain.training.StepMetrics;
import decompgen.domain.training.TrainingSettings;
import decompgen.torch.Parity;
import decompgen.torch.memory.Safetensors;
import decompgen.torch.memory.Tensors;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Twenty steps of the reference: losses, gradients' norms, adapter, moments of the optimiser. */
@Tag("native")
class TrainingParityTest {
  private static final double LOSS = 2e-5;
  private static final double REWARD = 2e-5;
  private static final double NORM = 2e-5;
  private static final double MOVEMENT = 1e-3;

  @TempDir Path run;

  @ParameterizedTest
  @CsvSource({"PLAIN, false", "PLAIN, true", "SHARED_PREFIX, false", "SHARED_PREFIX, true"})
  void twentySteps_equalTheReferences(PairLayout layout, boolean checkpointing) {
    try (DpoFixture llava = DpoFixture.llava()) {
      TrainingSettings settings = llava.settings(new DpoLoss(.1, 0), layout, checkpointing);
      assertSteps(llava.train(settings, run), Parity.json("dpo/train20.json"));
    }
    assertMoved("dpo/adapter_after_5.safetensors", "step-00000005", 5e-6);
    assertMoved("dpo/adapter_after_20/adapter_model.safetensors", "step-00000020", 5e-6);
    try (Safetensors reference = Parity.tensors("dpo/adam_state_after_20.safetensors");
        Safetensors ours = checkpoint("step-00000020", "optimizer.safetensors")) {
      assertThat(ours.keys()).isEqualTo(reference.keys());
      for (String key : reference.keys())
        assertThat(difference(ours, reference, key)).as(key).isLessThan(1e-3);
    }
  }

  @Test
  void twentyStepsOfTwoBatches_equalTheReferences() {
    try (DpoFixture llava = DpoFixture.llava()) {
      assertSteps(llava.train(llava.accumulating(2), run), Parity.json("dpo/train20_accum2.json"));
    }
    assertMoved("dpo/adapter_after_5_accum2.safetensors", "step-00000005", 5e-6);
    assertMoved("dpo/adapter_after_20_accum2/adapter_model.safetensors", "step-00000020", 5e-6);
  }

  @ParameterizedTest
  @CsvSource({"PLAIN, false", "SHARED_PREFIX, true"})
  void twentyStepsOfQwen_equalTheReferences(PairLayout layout, boolean checkpointing) {
    try (DpoFixture qwen = DpoFixture.qwen()) {
      TrainingSettings settings = qwen.settings(new DpoLoss(.1, 0), layout, checkpointing);
      List<StepMetrics> steps = qwen.train(settings, run);
      JsonNode log = Parity.json("qwen_vl/dpo/train20.json").path("log");
      for (int i = 0; i < log.size(); i++) {
        assertNear(steps.get(i).pairs().loss(), log.path(i).path("loss"), LOSS);
        assertNear(steps.get(i).pairs().margin(), log.path(i).path("margin"), REWARD);
        assertNear(steps.get(i).learningRate(), log.path(i).path("lr"), 1e-12);
        assertNear(steps.get(i).gradientNorm(), log.path(i).path("grad_norm"), NORM);
      }
    }
    assertMoved(
        "qwen_vl/dpo/adapter_after_20/adapter_model.safetensors",
        "qwen_vl/dpo/adapter/adapter_model.safetensors",
        "step-00000020",
        2e-5);
  }

  private static void assertSteps(List<StepMetrics> steps, JsonNode reference) {
    JsonNode log = reference.path("log");
    assertThat(steps).hasSize(log.size()).hasSize(20);
    for (int i = 0; i < log.size(); i++) {
      StepMetrics ours = steps.get(i);
      JsonNode expected = log.path(i);
      assertThat(ours.step()).isEqualTo(expected.path("step").asInt());
      assertNear(ours.learningRate(), expected.path("lr"), 1e-12);
      assertNear(ours.pairs().loss(), expected.path("loss"), LOSS);
      assertNear(ours.pairs().chosenReward(), expected.path("rewards_chosen"), REWARD);
      assertNear(ours.pairs().rejectedReward(), expected.path("rewards_rejected"), REWARD);
      assertNear(ours.pairs().margin(), expected.path("margin"), REWARD);
      assertNear(ours.pairs().accuracy(), expected.path("accuracy"), 0);
      assertNear(ours.gradientNorm(), expected.path("grad_norm"), NORM);
    }
  }

  private static void assertNear(double ours, JsonNode reference, double tolerance) {
    assertThat(reference.isNumber()).isTrue();
    assertThat(ours).isCloseTo(reference.asDouble(), within(tolerance));
  }

  private void assertMoved(String reference, String step, double tolerance) {
    assertMoved(reference, "dpo/adapter/adapter_model.safetensors", step, tolerance);
  }

  /** ‖Δours − Δreference‖ / ‖Δreference‖ over all matrices, and the largest difference. */
  private void assertMoved(String reference, String beginning, String step, double tolerance) {
    try (Safetensors before = Parity.tensors(beginning);
        Safetensors after = Parity.tensors(reference);
        Safetensors ours = checkpoint(step, "adapter_model.safetensors")) {
      assertThat(ours.keys()).isEqualTo(after.keys());
      double off = 0;
      double moved = 0;
      for (String key : after.keys()) {
        float[] expected = Tensors.floats(after.tensor(key));
        float[] found = Tensors.floats(ours.tensor(key));
        float[] begun = Tensors.floats(before.tensor(key));
        for (int i = 0; i < expected.length; i++) {
          assertThat((double) found[i]).as(key).isCloseTo(expected[i], within(tolerance));
          off += Math.pow(found[i] - expected[i], 2);
          moved += Math.pow(expected[i] - begun[i], 2);
        }
      }
      assertThat(moved).isPositive();
      assertThat(Math.sqrt(off / moved)).isLessThan(MOVEMENT);
    }
  }

  /** Length of the difference over the reference's length. */
  private static double difference(Safetensors ours, Safetensors reference, String key) {
    double[] found = Tensors.doubles(ours.tensor(key));
    double[] expected = Tensors.doubles(reference.tensor(key));
    double off = 0;
    double length = 0;
    for (int i = 0; i < expected.length; i++) {
      off += Math.pow(found[i] - expected[i], 2);
      length += Math.pow(expected[i], 2);
    }
    return Math.sqrt(off / length);
  }

  private Safetensors checkpoint(String step, String file) {
    return Safetensors.open(run.resolve("checkpoints").resolve(step).resolve(file));
  }
}
