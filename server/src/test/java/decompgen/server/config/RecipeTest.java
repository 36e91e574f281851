package decompgen.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.dpo.DpoLoss;
import decompgen.domain.training.PairLayout;
import decompgen.domain.training.Schedule;
import decompgen.domain.training.Targets;
import decompgen.domain.training.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** dpo.yaml and the recipes over it, as the settings of a training. */
@Tag("contract")
class RecipeTest {
  @ParameterizedTest
  @ValueSource(strings = {"dgpref.yaml", "dgpref-qwen-vl.yaml"})
  void shippedRecipe_isReadOverTheDefaults(String file) {
    Path recipe = Path.of(System.getProperty("project.root"), "config", file);

    TrainingSettings settings = ConfigReader.recipe(Optional.of(recipe), Map.of());

    assertThat(settings.lora().rank()).isEqualTo(32);
    assertThat(settings.batch().pairsPerStep()).isEqualTo(8);
    assertThat(settings.schedule().decay()).isEqualTo(Schedule.Decay.LINEAR);
  }

  @Test
  void recipe_wordsOfChoices_areTheEnums() {
    Map<String, Object> changes =
        Map.of(
            "loss.objective", "ipo",
            "loss.policy", "average",
            "loss.reference", "average",
            "lora.targets", "all-linear",
            "schedule.decay", "cosine",
            "computation.layout", "plain");

    TrainingSettings settings = ConfigReader.recipe(Optional.empty(), changes);

    assertThat(settings.loss()).isEqualTo(DpoLoss.ipo(.1));
    assertThat(settings.lora().targets()).isEqualTo(new Targets.AllLinear());
    assertThat(settings.schedule().decay()).isEqualTo(Schedule.Decay.COSINE);
    assertThat(settings.computation().layout()).isEqualTo(PairLayout.PLAIN);
  }

  @Test
  void recipe_unknownWord_isRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> ConfigReader.recipe(Optional.empty(), Map.of("loss.objective", "kto")))
        .hasMessageContaining("loss.objective: kto; choose sigmoid or ipo");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "schedule: {decay: } | schedule.decay is empty; write a value, or leave the key out",
        "lora: {targets: } | lora.targets is empty",
        "lora: {targets: 3} | lora.targets: 3 is neither",
        "lora: {targets: [q_proj, 3]} | lora.targets: [\"q_proj\",3] is neither",
        "lora: {targets: {q_proj: v_proj}} | lora.targets: {\"q_proj\":\"v_proj\"} is neither"
      })
  void recipe_neitherWordNorNames_isRefused(String yaml, String why, @TempDir Path folder)
      throws IOException {
    Path recipe = Files.writeString(folder.resolve("recipe.yaml"), yaml);

    assertThatThrownBy(() -> ConfigReader.recipe(Optional.of(recipe), Map.of()))
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"schedule.warmup", "batch.epochs", "optimizer.learning-rate", "loss.beta"})
  void recipe_outOfRange_isRefusedWithTheWholeKeyOnce(String key) {
    assertThatThrownBy(() -> ConfigReader.recipe(Optional.empty(), Map.of(key, "-1")))
        .hasMessageContaining("dpo.yaml: " + key + ": -1");
  }
}
