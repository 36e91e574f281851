package decompgen.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.domain.dpo.CompletionLogProb;
import decompgen.domain.dpo.DpoLoss;
import decompgen.domain.dpo.PairLogProbs;
import decompgen.domain.training.PairLayout;
import decompgen.domain.training.PairMetrics;
import decompgen.torch.Parity;
import decompgen.torch.memory.Randomness;
import decompgen.torch.memory.Safetensors;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.policy.Adaptation;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers of transformers, PEFT and TRL on a batch of four pairs. */
@Tag("native")
class DpoParityTest {
  private static final double LOGPS = 2e-4;
  private static final double LOSS = 1e-5;
  private static final double REWARD = 2e-5;
  private static final double GRADIENT = 5e-6;

  @ParameterizedTest
  @EnumSource(PairLayout.class)
  void logProbabilities_equalTheReferences(PairLayout layout) {
    try (DpoFixture fixture = DpoFixture.llava()) {
      JsonNode batch = Parity.json("dpo/batch4.json");
      CompletionScorer scorer = new CompletionScorer(fixture.trainee);
      List<TokenPair> pairs = fixture.pairs.subList(0, 4);
      List<PairLogProbs> policy = scorer.score(pairs, layout, fixture.lora);
      List<PairLogProbs> reference = scorer.score(pairs, layout, Adaptation.NONE);
      for (int i = 0; i < 4; i++) {
        assertLogps(policy.get(i).chosen().sum(), batch.path("chosen_logps").path(i));
        assertLogps(policy.get(i).rejected().sum(), batch.path("rejected_logps").path(i));
        assertLogps(reference.get(i).chosen().sum(), batch.path("ref_chosen_logps").path(i));
        assertLogps(reference.get(i).rejected().sum(), batch.path("ref_rejected_logps").path(i));
      }
    }
  }

  private static void assertLogps(double ours, JsonNode reference) {
    assertThat(ours).isCloseTo(reference.asDouble(), within(LOGPS));
  }

  @ParameterizedTest
  @CsvSource({"PLAIN, false", "PLAIN, true", "SHARED_PREFIX, false", "SHARED_PREFIX, true"})
  void lossesRewardsAndGradients_equalTheReferences(PairLayout layout, boolean checkpointing) {
    JsonNode batch = Parity.json("dpo/batch4.json");
    JsonNode sigmoid = batch.path("sigmoid");
    try (DpoFixture fixture = DpoFixture.llava();
        Safetensors gradients = Parity.tensors("dpo/batch4_grads.safetensors")) {
      List<PairMetrics.Seen> seen = run(fixture, new DpoLoss(.1, 0), layout, checkpointing);
      for (int i = 0; i < 4; i++) {
        DpoLoss.Step step = seen.get(i).step();
        assertNear(step.loss(), sigmoid.path("losses").path(i), LOSS);
        assertNear(step.chosenReward(), sigmoid.path("rewards_chosen").path(i), REWARD);
        assertNear(step.rejectedReward(), sigmoid.path("rewards_rejected").path(i), REWARD);
        assertNear(step.margin(), sigmoid.path("margins").path(i), REWARD);
      }
      PairMetrics means = PairMetrics.of(seen);
      assertNear(means.loss(), sigmoid.path("loss"), LOSS);
      assertNear(means.accuracy(), sigmoid.path("accuracy"), 0);
      assertGradients(fixture, gradients);
      try (TensorScope _ = TensorScope.open()) {
        assertThat(fixture.lora.weights().gradients().norm().item_double())
            .isCloseTo(batch.path("grad_total_norm").asDouble(), within(1e-5));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(PairLayout.class)
  void smoothedAndIpoLosses_equalTheReferences(PairLayout layout) {
    JsonNode batch = Parity.json("dpo/batch4.json");
    try (DpoFixture fixture = DpoFixture.llava()) {
      List<PairMetrics.Seen> smoothed = run(fixture, new DpoLoss(.1, .1), layout, false);
      List<PairMetrics.Seen> ipo = run(fixture, DpoLoss.ipo(.1), layout, false);
      for (int i = 0; i < 4; i++) {
        assertNear(
            smoothed.get(i).step().loss(),
            batch.path("sigmoid_label_smoothing_0_1").path("losses").path(i),
            LOSS);
        assertNear(
            ipo.get(i).step().loss(),
            batch.path("ipo_avg_logps").path("losses").path(i),
            LOSS + ipoRounding(batch, i));
      }
    }
  }

  @Test
  void ipoLossOfTheReferencesSums_equalsTheReferences() {
    JsonNode batch = Parity.json("dpo/batch4.json");
    for (int i = 0; i < 4; i++)
      assertNear(
          DpoLoss.ipo(.1).step(pair(batch, i, ""), pair(batch, i, "ref_")).loss(),
          batch.path("ipo_avg_logps").path("losses").path(i),
          ipoRounding(batch, i));
  }

  /**
   * How far the reference's own float32 may have taken its loss (h − 5)² since it had the sums:
   * four averages, three differences and their difference from 5, each rounded, weigh 2 |h − 5|,
   * about ten. That is 3e-5 to 4e-5, more than the 1e-5 of the other losses.
   */
  private static double ipoRounding(JsonNode batch, int i) {
    PairLogProbs policy = pair(batch, i, "");
    PairLogProbs reference = pair(batch, i, "ref_");
    double policyRatio = policy.chosen().average() - policy.rejected().average();
    double referenceRatio = reference.chosen().average() - reference.rejected().average();
    double h = policyRatio - referenceRatio;
    double error = rounding(policyRatio) + rounding(referenceRatio) + rounding(h) + rounding(h - 5);
    for (PairLogProbs known : List.of(policy, reference))
      for (CompletionLogProb side : List.of(known.chosen(), known.rejected()))
        error += rounding(side.sum()) / side.tokens() + rounding(side.average());
    return 2 * Math.abs(h - 5) * error + rounding((h - 5) * (h - 5));
  }

  /** The most that rounding to float32 moves a value: half its last place. */
  private static double rounding(double value) {
    return Math.ulp((float) value) / 2;
  }

  private static PairLogProbs pair(JsonNode batch, int i, String prefix) {
    JsonNode tokens = batch.path("completion_lengths");
    return new PairLogProbs(
        known(batch.path(prefix + "chosen_logps").path(i), tokens.path(i)),
        known(batch.path(prefix + "rejected_logps").path(i), tokens.path(i + 4)));
  }

  private static CompletionLogProb known(JsonNode sum, JsonNode tokens) {
    return new CompletionLogProb(sum.asDouble(), tokens.asInt());
  }

  @ParameterizedTest
  @CsvSource({"PLAIN, false", "SHARED_PREFIX, true"})
  void batchOfQwen_equalsTheReferences(PairLayout layout, boolean checkpointing) {
    JsonNode batch = Parity.json("qwen_vl/dpo/batch4.json");
    try (DpoFixture qwen = DpoFixture.qwen();
        Safetensors gradients = Parity.tensors("qwen_vl/dpo/batch4_grads.safetensors")) {
      List<PairMetrics.Seen> seen = run(qwen, new DpoLoss(.1, 0), layout, checkpointing);
      for (int i = 0; i < 4; i++) {
        assertLogps(seen.get(i).policy().chosen().sum(), batch.path("policy_logps").path(i));
        assertLogps(seen.get(i).policy().rejected().sum(), batch.path("policy_logps").path(i + 4));
        assertNear(seen.get(i).step().loss(), batch.path("losses").path(i), LOSS);
        assertNear(seen.get(i).step().margin(), batch.path("margins").path(i), REWARD);
      }
      assertGradients(qwen, gradients);
    }
  }

  private static void assertGradients(DpoFixture fixture, Safetensors gradients) {
    try (TensorScope _ = TensorScope.open()) {
      Map<String, Tensor> ours = fixture.lora.weights().named(fixture.lora.weights().gradients());
      assertThat(ours.keySet()).isEqualTo(gradients.keys());
      ours.forEach(
          (name, gradient) -> Parity.assertNear(name, gradient, gradients.tensor(name), GRADIENT));
    }
  }

  private static void assertNear(double ours, JsonNode reference, double tolerance) {
    assertThat(reference.isNumber()).isTrue();
    assertThat(ours).isCloseTo(reference.asDouble(), within(tolerance));
  }

  private static List<PairMetrics.Seen> run(
      DpoFixture fixture, DpoLoss loss, PairLayout layout, boolean checkpointing) {
    List<TokenPair> pairs = fixture.pairs.subList(0, 4);
    List<PairLogProbs> reference =
        new CompletionScorer(fixture.trainee).score(pairs, layout, Adaptation.NONE);
    return new DpoStep(fixture.trainee, fixture.lora, fixture.settings(loss, layout, checkpointing))
        .run(pairs, reference, .25, Randomness.of(1))
        .seen();
  }
}
