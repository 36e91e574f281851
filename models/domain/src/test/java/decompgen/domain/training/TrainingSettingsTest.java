package decompgen.domain.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingSettingsTest {
  @Test
  void targets_names_matchWholeNamesAndWholeSuffixes() {
    Targets targets = new Targets.Names(List.of("q_proj", "attn.c_proj"));
    assertThat(targets.match("model.layers.0.self_attn.q_proj")).isTrue();
    assertThat(targets.match("q_proj")).isTrue();
    assertThat(targets.match("h.0.attn.c_proj")).isTrue();
    assertThat(targets.match("h.0.mlp.c_proj")).isFalse();
    assertThat(targets.match("model.seq_proj")).isFalse();
  }

  @Test
  void targets_expression_matchesTheWholeName() {
    Targets targets = new Targets.Expression(".*language_model.*\\.(q_proj|v_proj)");
    assertThat(targets.match("language_model.model.layers.0.self_attn.q_proj")).isTrue();
    assertThat(targets.match("language_model.model.layers.0.self_attn.q_proj.x")).isFalse();
    assertThat(targets.match("vision_tower.layers.0.self_attn.q_proj")).isFalse();
    assertThat(new Targets.AllLinear().match("anything")).isTrue();
  }

  @Test
  void scaling_rankStabilised_dividesByTheRoot() {
    Targets all = new Targets.AllLinear();
    assertThat(new LoraSettings(16, 32, 0, false, all).scaling()).isEqualTo(2);
    assertThat(new LoraSettings(16, 32, 0, true, all).scaling()).isEqualTo(8);
  }

  @Test
  void steps_lastStepOfAnEpochMayBeSmaller() {
    // 10 pairs in steps of 2 · 2: 3 steps an epoch.
    BatchSettings batch = new BatchSettings(2, 2, 3, 0, true, 1);
    assertThat(batch.stepsPerEpoch(10)).isEqualTo(3);
    assertThat(batch.steps(10)).isEqualTo(9);
    assertThat(new BatchSettings(2, 2, 3, 4, true, 1).steps(10)).isEqualTo(4);
    assertThat(new BatchSettings(2, 2, 3, 40, true, 1).steps(10)).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 2, Double.NaN})
  void optimizer_learningRateOutOfRange_namesKeyAndValue(double rate) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OptimizerSettings.of(rate))
        .withMessage("optimizer.learning-rate: " + rate + " is not 0 to 1");
  }

  @Test
  void settings_outOfRange_refused() {
    Targets all = new Targets.AllLinear();
    refused(() -> new LoraSettings(0, 1, 0, false, all), "lora.rank");
    refused(() -> new LoraSettings(1, 0, 0, false, all), "lora.alpha");
    refused(() -> new LoraSettings(1, 1, 1, false, all), "lora.dropout");
    refused(() -> new Targets.Names(List.of()), "lora.targets");
    refused(() -> new OptimizerSettings(.1, 1, .9, 1e-8, 0, 1), "optimizer.beta1");
    refused(() -> new OptimizerSettings(.1, .9, 1, 1e-8, 0, 1), "optimizer.beta2");
    refused(() -> new OptimizerSettings(.1, .9, .9, 0, 0, 1), "optimizer.epsilon");
    refused(() -> new OptimizerSettings(.1, .9, .9, 1e-8, 2, 1), "optimizer.weight-decay");
    refused(() -> new OptimizerSettings(.1, .9, .9, 1e-8, 0, -1), "optimizer.clip-norm");
    refused(() -> new BatchSettings(0, 1, 1, 0, true, 0), "batch.pairs");
    refused(() -> new BatchSettings(1, 0, 1, 0, true, 0), "batch.accumulation");
    refused(() -> new BatchSettings(1, 1, 0, 0, true, 0), "batch.epochs");
    refused(() -> new BatchSettings(1, 1, 1, -1, true, 0), "batch.max-steps");
    refused(() -> new ComputationSettings(PairLayout.PLAIN, false, 1, 0), "computation.max-length");
    refused(
        () -> new ComputationSettings(PairLayout.PLAIN, false, 9, -1),
        "computation.cached-pictures");
    refused(() -> new SavingSettings(-1, 1, 0), "saving.every-steps");
    refused(() -> new SavingSettings(1, 0, 0), "saving.keep");
    refused(() -> new SavingSettings(1, 1, -1), "saving.evaluate-every-steps");
  }

  private static void refused(Runnable building, String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(building::run)
        .withMessageStartingWith(key + ": ");
  }

  @Test
  void metrics_areNamedAsTrlNamesThem() {
    PairMetrics pairs = new PairMetrics(.5, 1, -1, 2, .75, -10, -12);
    assertThat(new StepMetrics(3, .5, pairs, 1.5, 1e-5, 900, 1 << 20).named())
        .containsOnlyKeys(
            "loss",
            "rewards/chosen",
            "rewards/rejected",
            "rewards/margins",
            "rewards/accuracies",
            "logps/chosen",
            "logps/rejected",
            "grad_norm",
            "learning_rate",
            "epoch",
            "tokens_per_second",
            "memory_bytes")
        .containsEntry("rewards/margins", 2.0)
        .containsEntry("grad_norm", 1.5);
    assertThat(PairMetrics.of(List.of()).loss()).isNaN();
    assertThat(pairs.accuracy()).isCloseTo(.75, within(1e-12));
  }
}
