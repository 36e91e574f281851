package decompgen.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.training.ComputationSettings;
import decompgen.domain.training.PairLayout;
import decompgen.domain.training.SavingSettings;
import decompgen.domain.training.TrainingEvent;
import decompgen.domain.training.TrainingEvent.LeftOut;
import decompgen.domain.training.TrainingResult;
import decompgen.domain.training.TrainingSettings;
import decompgen.torch.Parity;
import decompgen.torch.adapter.AdapterFolder;
import decompgen.torch.adapter.BaseModel;
import decompgen.torch.adapter.Lora;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.Dtype;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Safetensors;
import decompgen.torch.memory.Tensors;
import decompgen.torch.policy.VisionLanguageModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings of a tiny Llama on texts. */
@Tag("native")
class DpoTrainingTest {
  private static final Path MODEL = Parity.folder("llama3/model");

  @TempDir Path run;
  private VisionLanguageModel model;
  private Trainee trainee;
  private final BaseModel base = new BaseModel(MODEL);
  private final List<TrainingEvent> events = new ArrayList<>();

  @BeforeEach
  void open() {
    model = VisionLanguageModel.read(MODEL, Placement.CPU_FLOAT32);
    trainee = Trainee.text(model.language(), model.placement());
  }

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void run_whole_learnsThePairsAndLeavesAnAdapterWithItsProvenance() throws IOException {
    TrainingResult result = train(TinyTraining.pairs(6), TinyTraining.settings(30));
    assertThat(result.steps()).isEqualTo(30);
    assertThat(loss(1)).isCloseTo(Math.log(2), within(1e-6));
    assertThat(loss(30)).isLessThan(.3);
    assertThat(result.metrics()).containsKeys("loss", "rewards/margins", "eval_rewards/accuracies");
    Path adapter = result.adapter().orElseThrow();
    assertThat(adapter).isEqualTo(run.resolve("adapter"));
    JsonNode provenance = new ObjectMapper().readTree(adapter.resolve("provenance.json").toFile());
    assertThat(provenance.path("baseModelHash").asText()).isEqualTo(base.hash());
    assertThat(provenance.path("settings").path("batch").path("seed").asLong()).isEqualTo(11);
    assertThat(provenance.path("settings").path("lora").path("targets").path(0).asText())
        .isEqualTo("q_proj");
    assertThat(provenance.path("versions").path("libtorch").asText()).startsWith("2.");
    AdapterFolder.Target target =
        new AdapterFolder.Target(model.language().linears(), Device.CPU, base);
    try (Lora lora = AdapterFolder.read(adapter, target)) {
      assertThat(Tensors.floats(lora.weights().values())).doesNotContain(Float.NaN);
    }
  }

  @Test
  void run_again_computesNothingAnew() {
    train(TinyTraining.pairs(6), TinyTraining.settings(6));
    events.clear();
    TrainingResult again = train(TinyTraining.pairs(6), TinyTraining.settings(6));
    assertThat(again.adapter()).isPresent();
    assertThat(events)
        .noneMatch(event -> event instanceof TrainingEvent.Stepped)
        .noneMatch(event -> event instanceof TrainingEvent.Referenced);
  }

  @Test
  void run_otherPairsOrSettingsInTheSameFolder_refusedByWhatDiffers() {
    train(TinyTraining.pairs(6), TinyTraining.settings(4));
    assertThatThrownBy(() -> train(TinyTraining.pairs(5), TinyTraining.settings(4)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("its pairsHash is sha256:");
    assertThatThrownBy(() -> train(TinyTraining.pairs(6), TinyTraining.settings(5)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("its settings is");
  }

  @Test
  void run_savingAndKeepingOtherwiseInTheSameFolder_goesOn() {
    TrainingSettings first = TinyTraining.settings(4);
    train(TinyTraining.pairs(6), first);
    TrainingSettings other =
        new TrainingSettings(
            first.loss(),
            first.lora(),
            first.optimizer(),
            first.schedule(),
            first.batch(),
            new ComputationSettings(PairLayout.SHARED_PREFIX, false, 64, 0),
            new SavingSettings(1, 1, 0));
    assertThat(train(TinyTraining.pairs(6), other).steps()).isEqualTo(4);
  }

  @Test
  void run_pairsTooLong_namedAndCounted() {
    List<TokenPair> pairs = new ArrayList<>(TinyTraining.pairs(4));
    pairs.add(TinyTraining.pair("long one", 60, 10));
    TrainingResult result = train(pairs, TinyTraining.settings(3));
    assertThat(result.leftOut())
        .containsExactly(new LeftOut("long one", "72 tokens are more than 64"));
    assertThat(events.getFirst())
        .isInstanceOfSatisfying(
            TrainingEvent.Prepared.class,
            prepared -> {
              assertThat(prepared.pairs()).isEqualTo(4);
              assertThat(prepared.estimatedBytes()).isPositive();
            });
  }

  @Test
  void run_nothingToTrainOn_refused() {
    refused(ErrorCode.REQUEST_INVALID, "no pairs", List.of());
    refused(
        ErrorCode.REQUEST_INVALID,
        "none of the 1 pairs fits 64 tokens, such as x",
        List.of(TinyTraining.pair("x", 60, 10)));
  }

  private void refused(ErrorCode code, String message, List<TokenPair> pairs) {
    assertThatThrownBy(() -> train(pairs, TinyTraining.settings(3)))
        .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.code()).isEqualTo(code))
        .hasMessageContaining(message);
  }

  @Test
  void pair_emptyOrIdentical_refusedByName() {
    int[] some = {1, 2};
    assertPairRefused("has an empty prompt", new int[0], some, new int[] {3});
    assertPairRefused("has an empty chosen", some, new int[0], some);
    assertPairRefused("has an empty rejected", some, some, new int[0]);
    assertPairRefused("the same completion as chosen and rejected", some, some, some.clone());
  }

  private static void assertPairRefused(String why, int[] prompt, int[] chosen, int[] rejected) {
    assertThatThrownBy(() -> new TokenPair("line 7", List.of(), prompt, chosen, rejected))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("line 7")
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void run_notANumberInABatch_stopsWithStepAndPairAndKeepsTheCheckpoint(boolean checkpointing) {
    TrainingSettings settings = TinyTraining.settings(9, checkpointing);
    List<TokenPair> pairs = TinyTraining.pairs(6);
    int[] calls = {0};
    Trainee sick =
        new Trainee(
            model.language(),
            (ids, pictures) -> {
              var embeddings = trainee.embedder().embed(ids, pictures);
              // Eight for the reference, two a step, two after steps 2 and 4: the sixth step's
              // second pair.
              if (++calls[0] == 8 + 12 + 4) embeddings.narrow(1, 0, 1).fill_(TinyTraining.NAN);
              return embeddings;
            },
            model.placement());
    assertThatThrownBy(() -> train(sick, pairs, settings))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.code()).isEqualTo(ErrorCode.MODEL_FAILED))
        .hasMessageMatching("step 6: the loss is not finite, at pair \\d\\..*");
    assertThat(run.resolve("checkpoints/step-00000005")).exists();
    TrainingResult resumed = train(pairs, settings);
    assertThat(resumed.steps()).isEqualTo(9);
    assertThat(loss(9)).isFinite();
  }

  @Test
  void run_referenceNotANumber_namesThePair() {
    Trainee sick =
        new Trainee(
            model.language(),
            (ids, pictures) -> trainee.embedder().embed(ids, pictures).mul(TinyTraining.NAN),
            model.placement());
    assertThatThrownBy(() -> train(sick, TinyTraining.pairs(6), TinyTraining.settings(3)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("the reference's log-probabilities of pair 0");
  }

  @Test
  void run_checkpointsAndMetrics_lastTwoAndOneLineAStep() throws IOException {
    train(TinyTraining.pairs(6), TinyTraining.settings(11));
    assertThat(run.resolve("checkpoints"))
        .isDirectoryNotContaining("glob:**step-00000005")
        .isDirectoryContaining("glob:**step-00000010")
        .isDirectoryContaining("glob:**step-00000011");
    assertThat(Files.readAllLines(run.resolve("metrics.jsonl"))).hasSize(11);
  }

  @Test
  void run_evaluation_isThatOfTheAdapterWithoutDropout() {
    train(TinyTraining.pairs(6), TinyTraining.settings(6));
    List<TrainingEvent.Evaluated> evaluated =
        events.stream()
            .filter(TrainingEvent.Evaluated.class::isInstance)
            .map(TrainingEvent.Evaluated.class::cast)
            .toList();
    assertThat(evaluated).extracting(TrainingEvent.Evaluated::step).containsExactly(2, 4, 6);
    AdapterFolder.Target target =
        new AdapterFolder.Target(model.language().linears(), Device.CPU, base);
    try (Lora lora = AdapterFolder.read(run.resolve("adapter"), target)) {
      double chosen =
          new CompletionScorer(trainee)
              .score(TinyTraining.heldOut(), PairLayout.SHARED_PREFIX, lora).stream()
                  .mapToDouble(pair -> pair.chosen().sum())
                  .average()
                  .orElseThrow();
      assertThat(evaluated.getLast().metrics().chosenLogps()).isCloseTo(chosen, within(1e-9));
    }
  }

  @Test
  void run_layoutsAndRecomputing_moveTheAdapterEqually() {
    double[] plain = adapter(PairLayout.PLAIN, false);
    double[] recomputed = adapter(PairLayout.PLAIN, true);
    double[] shared = adapter(PairLayout.SHARED_PREFIX, true);
    for (int i = 0; i < plain.length; i++) {
      assertThat(recomputed[i]).isCloseTo(plain[i], within(1e-6));
      assertThat(shared[i]).isCloseTo(plain[i], within(1e-5));
    }
  }

  private double[] adapter(PairLayout layout, boolean checkpointing) {
    Path folder = run.resolve(layout + " " + checkpointing);
    new DpoTraining(trainee, base, TinyTraining.without(0, layout, checkpointing))
        .run(TrainingData.of(TinyTraining.pairs(6)), folder, events::add, new Cancellation());
    AdapterFolder.Target target =
        new AdapterFolder.Target(model.language().linears(), Device.CPU, base);
    try (Lora lora = AdapterFolder.read(folder.resolve("adapter"), target)) {
      return Tensors.doubles(lora.weights().values());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Dtype.class,
      names = {"BF16", "F16"})
  void run_halfPrecision_trainsAnAdapterInFloat32(Dtype dtype) {
    try (VisionLanguageModel half =
        VisionLanguageModel.read(MODEL, new Placement(Device.CPU, dtype))) {
      TrainingSettings settings = TinyTraining.without(0, PairLayout.SHARED_PREFIX, true);
      new DpoTraining(Trainee.text(half.language(), half.placement()), base, settings)
          .run(TrainingData.of(TinyTraining.pairs(6)), run, events::add, new Cancellation());
    }
    assertThat(loss(1)).isCloseTo(Math.log(2), within(1e-6));
    assertThat(loss(10)).isLessThan(.6);
    try (Safetensors adapter = Safetensors.open(run.resolve("adapter/adapter_model.safetensors"))) {
      for (String key : adapter.keys())
        assertThat(adapter.info(key).dtype()).as(key).isEqualTo(Dtype.F32);
    }
  }

  @Test
  void run_recomputingWithDropout_usesTheSameMasks() {
    train(TinyTraining.pairs(6), TinyTraining.settings(8, false));
    double kept = loss(8);
    run = run.resolve("again");
    events.clear();
    train(TinyTraining.pairs(6), TinyTraining.settings(8, true));
    assertThat(loss(8)).isCloseTo(kept, within(1e-5));
  }

  @Test
  void run_sixtySteps_memoryStaysFlatAndNothingIsLeft() {
    assertFlat(60);
  }

  @Test
  @Tag("load")
  void run_thousandSteps_memoryStaysFlatAndNothingIsLeft() {
    assertFlat(1000);
  }

  private void assertFlat(int steps) {
    train(TinyTraining.pairs(6), TinyTraining.settings(20));
    long pointers = Pointer.totalCount();
    long[] early = new long[2];
    run = run.resolve("flat");
    new DpoTraining(trainee, base, TinyTraining.settings(steps))
        .run(
            TrainingData.of(TinyTraining.pairs(6)),
            run,
            event -> {
              if (event instanceof TrainingEvent.Stepped(var metrics)) {
                if (metrics.step() == 20) early[0] = Pointer.totalCount();
                if (metrics.step() == 20) early[1] = Pointer.physicalBytes();
                if (metrics.step() == steps) {
                  assertThat(Pointer.totalCount()).isEqualTo(early[0]);
                  assertThat(Pointer.physicalBytes() - early[1]).isLessThan(48L << 20);
                }
              }
            },
            new Cancellation());
    assertThat(Pointer.totalCount()).isEqualTo(pointers);
  }

  private double loss(int step) {
    return events.stream()
        .filter(TrainingEvent.Stepped.class::isInstance)
        .map(event -> ((TrainingEvent.Stepped) event).metrics())
        .filter(metrics -> metrics.step() == step)
        .findFirst()
        .orElseThrow()
        .pairs()
        .loss();
  }

  private TrainingResult train(List<TokenPair> pairs, TrainingSettings settings) {
    return train(trainee, pairs, settings);
  }

  private TrainingResult train(Trainee who, List<TokenPair> pairs, TrainingSettings settings) {
    return new DpoTraining(who, base, settings)
        .run(new TrainingData(pairs, TinyTraining.heldOut()), run, events::add, new Cancellation());
  }
}
