package decompgen.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.training.TrainingEvent;
import decompgen.domain.training.TrainingEvent.LeftOut;
import decompgen.domain.training.TrainingResult;
import decompgen.domain.training.TrainingSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pairs that cannot be trained on, before a training and within it. */
@Tag("native")
class UnfitPairsTest {
  @TempDir Path run;
  private final TextTraining training = new TextTraining();

  @AfterEach
  void close() {
    training.close();
  }

  @Test
  void run_pairsTooLong_namedAndCounted() {
    List<TokenPair> pairs = new ArrayList<>(TinyTraining.pairs(4));
    pairs.add(TinyTraining.pair("long one", 60, 10));
    TrainingResult result = training.train(pairs, TinyTraining.settings(3), run);
    assertThat(result.leftOut())
        .containsExactly(new LeftOut("long one", "72 tokens are more than 64"));
    assertThat(training.events.getFirst())
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
    assertThatThrownBy(() -> training.train(pairs, TinyTraining.settings(3), run))
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
            training.model.language(),
            (ids, pictures) -> {
              var embeddings = training.trainee.embedder().embed(ids, pictures);
              // Eight for the reference, two a step, two after steps 2 and 4: the sixth step's
              // second pair.
              if (++calls[0] == 8 + 12 + 4) embeddings.narrow(1, 0, 1).fill_(TinyTraining.NAN);
              return embeddings;
            },
            training.model.placement());
    assertThatThrownBy(() -> training.train(sick, pairs, settings, run))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.code()).isEqualTo(ErrorCode.MODEL_FAILED))
        .hasMessageMatching("step 6: the loss is not finite, at pair \\d\\..*");
    assertThat(run.resolve("checkpoints/step-00000005")).exists();
    TrainingResult resumed = training.train(pairs, settings, run);
    assertThat(resumed.steps()).isEqualTo(9);
    assertThat(training.loss(9)).isFinite();
  }

  @Test
  void run_referenceNotANumber_namesThePair() {
    Trainee sick =
        new Trainee(
            training.model.language(),
            (ids, pictures) ->
                training.trainee.embedder().embed(ids, pictures).mul(TinyTraining.NAN),
            training.model.placement());
    assertThatThrownBy(
            () -> training.train(sick, TinyTraining.pairs(6), TinyTraining.settings(3), run))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("the reference's log-probabilities of pair 0");
  }
}
