package decompgen.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import decompgen.domain.error.Failure;
import decompgen.domain.training.ComputationSettings;
import decompgen.domain.training.PairLayout;
import decompgen.domain.training.SavingSettings;
import decompgen.domain.training.TrainingEvent;
import decompgen.domain.training.TrainingResult;
import decompgen.domain.training.TrainingSettings;
import decompgen.torch.adapter.Lora;
import decompgen.torch.memory.Tensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings of a tiny Llama on texts: what they learn, keep and leave behind. */
@Tag("native")
class DpoTrainingTest {
  @TempDir Path run;
  private final TextTraining training = new TextTraining();

  @AfterEach
  void close() {
    training.close();
  }

  @Test
  void run_whole_learnsThePairsAndLeavesAnAdapterWithItsProvenance() throws IOException {
    TrainingResult result = training.train(TinyTraining.pairs(6), TinyTraining.settings(30), run);
    assertThat(result.steps()).isEqualTo(30);
    assertThat(training.loss(1)).isCloseTo(Math.log(2), within(1e-6));
    assertThat(training.loss(30)).isLessThan(.3);
    assertThat(result.metrics()).containsKeys("loss", "rewards/margins", "eval_rewards/accuracies");
    Path adapter = result.adapter().orElseThrow();
    assertThat(adapter).isEqualTo(run.resolve("adapter"));
    JsonNode provenance = new ObjectMapper().readTree(adapter.resolve("provenance.json").toFile());
    assertThat(provenance.path("baseModelHash").asText()).isEqualTo(training.base.hash());
    assertThat(provenance.path("settings").path("batch").path("seed").asLong()).isEqualTo(11);
    assertThat(provenance.path("settings").path("lora").path("targets").path(0).asText())
        .isEqualTo("q_proj");
    assertThat(provenance.path("versions").path("libtorch").asText()).startsWith("2.");
    try (Lora lora = training.adapter(run)) {
      assertThat(Tensors.floats(lora.weights().values())).doesNotContain(Float.NaN);
    }
  }

  @Test
  void run_again_computesNothingAnewAndTellsTheSame() throws IOException {
    TrainingResult first = training.train(TinyTraining.pairs(6), TinyTraining.settings(6), run);
    JsonNode provenance = provenance();
    training.events.clear();
    TrainingResult again = training.train(TinyTraining.pairs(6), TinyTraining.settings(6), run);
    assertThat(again.adapter()).isPresent();
    assertThat(again.metrics()).isEqualTo(first.metrics()).containsKeys("loss", "eval_loss");
    assertThat(provenance()).isEqualTo(provenance);
    assertThat(training.events)
        .noneMatch(event -> event instanceof TrainingEvent.Stepped)
        .noneMatch(event -> event instanceof TrainingEvent.Referenced);
  }

  private JsonNode provenance() throws IOException {
    return new ObjectMapper().readTree(run.resolve("adapter/provenance.json").toFile());
  }

  @Test
  void run_stoppedInTheLastEvaluation_goesOnThere() {
    TrainingResult stopped =
        training.trainUntil(
            TinyTraining.settings(6),
            run,
            event -> event instanceof TrainingEvent.Saved(int step, _) && step == 6);
    assertThat(stopped.steps()).isEqualTo(6);
    assertThat(stopped.adapter()).isEmpty();
    assertThat(run.resolve("adapter")).doesNotExist();
    training.events.clear();
    assertThat(training.train(TinyTraining.pairs(6), TinyTraining.settings(6), run).adapter())
        .isPresent();
    assertThat(training.events).noneMatch(event -> event instanceof TrainingEvent.Stepped);
  }

  @Test
  void run_referenceThatLacksAPair_isRefused() throws IOException {
    training.train(TinyTraining.pairs(6), TinyTraining.settings(4), run);
    Path file = run.resolve("reference/reference.json");
    ObjectNode json = (ObjectNode) new ObjectMapper().readTree(file.toFile());
    ((ArrayNode) json.get("logps")).remove(7);
    new ObjectMapper().writeValue(file.toFile(), json);
    assertThatThrownBy(() -> training.train(TinyTraining.pairs(6), TinyTraining.settings(4), run))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("reference.json: logps lacks pair 8");
  }

  @Test
  void run_otherPairsOrSettingsInTheSameFolder_refusedByWhatDiffers() {
    training.train(TinyTraining.pairs(6), TinyTraining.settings(4), run);
    assertThatThrownBy(() -> training.train(TinyTraining.pairs(5), TinyTraining.settings(4), run))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("its pairsHash is sha256:");
    assertThatThrownBy(() -> training.train(TinyTraining.pairs(6), TinyTraining.settings(5), run))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("its settings is");
  }

  @Test
  void run_savingAndKeepingOtherwiseInTheSameFolder_goesOn() {
    TrainingSettings first = TinyTraining.settings(4);
    training.train(TinyTraining.pairs(6), first, run);
    TrainingSettings other =
        new TrainingSettings(
            first.loss(),
            first.lora(),
            first.optimizer(),
            first.schedule(),
            first.batch(),
            new ComputationSettings(PairLayout.SHARED_PREFIX, false, 64, 0),
            new SavingSettings(1, 1, 0));
    assertThat(training.train(TinyTraining.pairs(6), other, run).steps()).isEqualTo(4);
  }

  @Test
  void run_checkpointsAndMetrics_lastTwoAndOneLineAStep() throws IOException {
    training.train(TinyTraining.pairs(6), TinyTraining.settings(11), run);
    assertThat(run.resolve("checkpoints"))
        .isDirectoryNotContaining("glob:**step-00000005")
        .isDirectoryContaining("glob:**step-00000010")
        .isDirectoryContaining("glob:**step-00000011");
    assertThat(Files.readAllLines(run.resolve("metrics.jsonl"))).hasSize(11);
  }

  @Test
  void run_evaluation_isThatOfTheAdapterWithoutDropout() {
    training.train(TinyTraining.pairs(6), TinyTraining.settings(6), run);
    List<TrainingEvent.Evaluated> evaluated =
        training.events.stream()
            .filter(TrainingEvent.Evaluated.class::isInstance)
            .map(TrainingEvent.Evaluated.class::cast)
            .toList();
    assertThat(evaluated).extracting(TrainingEvent.Evaluated::step).containsExactly(2, 4, 6);
    try (Lora lora = training.adapter(run)) {
      double chosen =
          new CompletionScorer(training.trainee)
              .score(TinyTraining.heldOut(), PairLayout.SHARED_PREFIX, lora).stream()
                  .mapToDouble(pair -> pair.chosen().sum())
                  .average()
                  .orElseThrow();
      assertThat(evaluated.getLast().metrics().chosenLogps()).isCloseTo(chosen, within(1e-9));
    }
  }
}
