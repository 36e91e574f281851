package decompgen.torch.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import decompgen.domain.dpo.DpoLoss;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.policy.Turn;
import decompgen.domain.training.BatchSettings;
import decompgen.domain.training.ComputationSettings;
import decompgen.domain.training.LoraSettings;
import decompgen.domain.training.OptimizerSettings;
import decompgen.domain.training.PairLayout;
import decompgen.domain.training.SavingSettings;
import decompgen.domain.training.Schedule;
import decompgen.domain.training.Targets;
import decompgen.domain.training.Trainer;
import decompgen.domain.training.TrainingPair;
import decompgen.domain.training.TrainingSettings;
import decompgen.torch.Parity;
import decompgen.torch.memory.Placement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trainings of a checkpoint whose template writes the day into each prompt, as Llama 3.2's does.
 */
@Tag("native")
class TorchTrainerTest {
  private static final Path MODEL = Parity.folder("llama3/model");
  private static final Trainer.Pairs PAIRS =
      new Trainer.Pairs(
          List.of(
              new TrainingPair(
                  "1", List.of(), List.of(Turn.user("Is there a cup?")), "Yes.", "No cup.")),
          List.of());
  private static final TrainingSettings SETTINGS =
      new TrainingSettings(
          new DpoLoss(.1, 0),
          new LoraSettings(2, 4, 0, false, new Targets.Names(List.of("q_proj"))),
          OptimizerSettings.of(.01),
          new Schedule(Schedule.Decay.CONSTANT, 0),
          new BatchSettings(1, 1, 1, 0, false, 1),
          new ComputationSettings(PairLayout.PLAIN, false, 256, 0),
          new SavingSettings(0, 1, 0));

  @TempDir Path folder;

  @BeforeEach
  void datedModel() throws IOException {
    Path model = Files.createDirectory(folder.resolve("model"));
    for (String file :
        List.of("config.json", "model.safetensors", "tokenizer.json", "special_tokens_map.json"))
      Files.copy(MODEL.resolve(file), model.resolve(file));
    Files.writeString(
        model.resolve("chat_template.jinja"),
        "{{ strftime_now('%d %b %Y') }}{% for m in messages %} {{ m.content }}{% endfor %}");
  }

  @Test
  void train_goingOnAnotherDay_findsItsOwnPrompts() throws IOException {
    begun("one", "2026-01-05T23:59:00");
    begun("other", "2026-01-06T00:01:00");
    begun("again", "2026-01-05T23:59:00");
    assertThat(pairsHash("one")).isEqualTo(pairsHash("again")).isNotEqualTo(pairsHash("other"));
  }

  @Test
  void train_newFolder_keepsWhenItBegan() throws IOException {
    train("new", new Cancellation());
    String begun = Files.readString(folder.resolve("new/begun"));
    train("new", new Cancellation());
    assertThat(folder.resolve("new/begun")).hasContent(begun);
  }

  @Test
  void train_beginningThatIsNoTime_isRefused() throws IOException {
    begun("one", "yesterday");
    assertThatThrownBy(() -> train("one", new Cancellation()))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.code()).isEqualTo(ErrorCode.CONFIG_INVALID))
        .hasMessageContaining("begun holds no local time");
  }

  @Test
  void train_stoppedWhilePairsAreRead_readsNoMore() {
    Cancellation stop = new Cancellation();
    stop.cancel();
    assertThatThrownBy(() -> train("one", stop))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.code()).isEqualTo(ErrorCode.CANCELLED));
  }

  private void begun(String run, String when) throws IOException {
    Files.writeString(Files.createDirectory(folder.resolve(run)).resolve("begun"), when);
  }

  private String pairsHash(String run) throws IOException {
    train(run, new Cancellation());
    Path state = folder.resolve(run).resolve("checkpoints/step-00000001/state.json");
    return new ObjectMapper().readTree(state.toFile()).path("pairsHash").asText();
  }

  private void train(String run, Cancellation stop) {
    try (Trainer trainer =
        TorchTrainer.open(
            folder.resolve("model"),
            Placement.CPU_FLOAT32,
            bytes -> {
              throw new AssertionError("there are no images");
            })) {
      trainer.train(PAIRS, SETTINGS, folder.resolve(run), new Trainer.Listening(_ -> {}, stop));
    }
  }
}
