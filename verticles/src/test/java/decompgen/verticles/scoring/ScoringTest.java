package decompgen.verticles.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.picture.PictureId;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.ScoreId;
import decompgen.domain.verdict.Verdict;
import decompgen.verticles.event.Numbered;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ScoringTest {
  private Stage stage = new Stage(Stage.settings(), 8);

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void score_supportedAndContradicted_trustIsTheirShare() throws Exception {
    List<Numbered> events = Stage.all(stage.start(Stage.request(false, "cat dog toaster.")));

    // cat supported, dog contradicted, toaster outside the vocabulary: trust 1/2, coverage 2/3
    ScoreEvent.Scored scored = scored(events).getFirst();
    assertThat(scored.tally().trust()).hasValue(.5);
    assertThat(scored.tally().coverage()).isEqualTo(2 / 3.0);
    assertThat(events.getFirst().event()).isInstanceOf(ScoreEvent.Accepted.class);
    assertThat(events.getLast().event()).isEqualTo(new ScoreEvent.Completed(List.of(0), List.of()));
    assertThat(events.stream().map(Numbered::number)).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void score_readerIsSlow_judgedLeavesBeforeTheReaderEndsAndBeforeTheLastSentence()
      throws Exception {
    LiveScore live = stage.start(Stage.request(true, "\"stop\" cat. dog. toaster."));

    // The reader's gate is shut: what comes now does not wait for it.
    List<Numbered> early = Stage.until(live, told -> told.event() instanceof ScoreEvent.Decided);
    assertThat(early)
        .anyMatch(
            told ->
                told.event() instanceof ScoreEvent.Judged judged
                    && judged.expert().equals("detector"));
    assertThat(live.events().stream().filter(told -> told.event() instanceof ScoreEvent.Scored))
        .isEmpty();
    stage.readerGate.countDown();
  }

  @Test
  void score_attributeOfAnAbsentThing_notApplicable() throws Exception {
    List<Numbered> events = Stage.all(stage.start(Stage.request(false, "red-dog.")));

    assertThat(decided(events, 0).verdict()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(decided(events, 1).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void score_attributeOfAnUnknownThing_unanswerableUnlessAnExpertNeedsNoBoxes() throws Exception {
    List<Numbered> events = Stage.all(stage.start(Stage.request(false, "red-toaster.")));

    assertThat(decided(events, 1).verdict()).isEqualTo(Verdict.UNANSWERABLE);
  }

  @Test
  void score_thingThatTheDetectorHasNoClassFor_isNamedByTheClassifier() throws Exception {
    List<Numbered> events = Stage.all(stage.start(Stage.request(false, "castle toaster.")));

    assertThat(decided(events, 0).verdict()).isEqualTo(Verdict.SUPPORTED);
    assertThat(decided(events, 1).verdict()).isEqualTo(Verdict.UNANSWERABLE);
  }

  @Test
  void score_equalClaimInALaterSentence_mentioned() throws Exception {
    List<Numbered> events = Stage.all(stage.start(Stage.request(false, "cat. cat.")));

    assertThat(events)
        .anyMatch(
            told ->
                told.event() instanceof ScoreEvent.Mentioned mentioned && mentioned.claim() == 0);
    assertThat(scored(events).getFirst().tally().claims()).isEqualTo(1);
  }

  @Test
  void score_severalResponses_rankedByTrustAndDetectedOnce() throws Exception {
    List<Numbered> events =
        Stage.all(stage.start(Stage.request(false, "dog.", "cat.", "toaster.")));

    assertThat(events.getLast().event())
        .isEqualTo(new ScoreEvent.Completed(List.of(1, 0, 2), List.of()));
    assertThat(stage.detections).hasValue(1);
  }

  @Test
  void score_expertFails_toldAndTheRestGoesOn() throws Exception {
    stage.readerGate.countDown();
    ScoreRequest request =
        new ScoreRequest(
            ScoreId.random(),
            new ScoreRequest.Image.Uploaded(new byte[] {9}),
            null,
            List.of("cat \"stop\"."),
            false);
    List<Numbered> events = Stage.all(stage.start(request));

    assertThat(events)
        .anyMatch(
            told ->
                told.event() instanceof ScoreEvent.ExpertFailed failed
                    && failed.code() == ErrorCode.MODEL_FAILED
                    && failed.claims().equals(List.of(0)));
    assertThat(decided(events, 0).verdict()).isEqualTo(Verdict.UNANSWERABLE);
    assertThat(decided(events, 1).verdict()).isEqualTo(Verdict.SUPPORTED);
  }

  @Test
  void score_lastWatcherLeaves_runningCallIsStopped() throws Exception {
    LiveScore live = stage.start(Stage.request(false, "\"stop\"."));
    LiveScore.Watch watch = live.watch(0, () -> {});
    assertThat(stage.readerRunning.await(5, TimeUnit.SECONDS)).isTrue();

    watch.close();

    assertThat(stage.readerStopped.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(failed(Stage.all(live)).code()).isEqualTo(ErrorCode.CANCELLED);
  }

  @Test
  void score_oneOfTwoRequestsForTheSameLeaves_otherIsUntouched() throws Exception {
    LiveScore leaver = stage.start(Stage.request(false, "\"stop\"."));
    LiveScore stayer = stage.start(Stage.request(true, "\"stop\"."));
    LiveScore.Watch watch = leaver.watch(0, () -> {});
    assertThat(stage.readerRunning.await(5, TimeUnit.SECONDS)).isTrue();
    Stage.until(stayer, told -> told.event() instanceof ScoreEvent.Decomposed);

    watch.close();
    assertThat(failed(Stage.all(leaver)).code()).isEqualTo(ErrorCode.CANCELLED);
    stage.readerGate.countDown();

    assertThat(scored(Stage.all(stayer)).getFirst().tally().supported()).isEqualTo(1);
  }

  @Test
  void score_detachedWithoutWatchers_runsToItsEndAndIsStored() throws Exception {
    LiveScore live = stage.start(Stage.request(true, "cat."));
    live.watch(0, () -> {}).close();

    assertThat(scored(Stage.all(live))).hasSize(1);
    assertThat(stage.store.of(live.id()).values())
        .anyMatch(told -> told.event() instanceof ScoreEvent.Completed);
  }

  @Test
  void score_scoredIsSeen_itIsStored() throws Exception {
    LiveScore live = stage.start(Stage.request(false, "cat."));
    List<Numbered> seen = Stage.until(live, told -> told.event() instanceof ScoreEvent.Scored);

    assertThat(stage.store.of(live.id()).values()).containsAll(seen);
  }

  @Test
  void score_storeIsLost_failsInsteadOfScored() throws Exception {
    stage.store.lost = true;
    List<Numbered> events = Stage.all(stage.start(Stage.request(false, "cat.")));

    assertThat(failed(events).code()).isEqualTo(ErrorCode.DATABASE_UNAVAILABLE);
    assertThat(scored(events)).isEmpty();
  }

  @Test
  void score_storeIsLostUnderADetachedScore_goneOnWithOnceItIsBack() throws Exception {
    LiveScore live = stage.start(Stage.request(true, "\"stop\"."));
    assertThat(stage.readerRunning.await(5, TimeUnit.SECONDS)).isTrue();
    stage.store.lost = true;
    stage.readerGate.countDown();
    assertThat(failed(Stage.all(live)).code()).isEqualTo(ErrorCode.DATABASE_UNAVAILABLE);

    stage.store.lost = false;

    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (stage.store.of(live.id()).values().stream().noneMatch(told -> told.event().terminal()))
      if (System.nanoTime() > end) throw new AssertionError("it is not gone on with");
    List<Numbered> events = List.copyOf(stage.store.of(live.id()).values());
    assertThat(scored(events)).hasSize(1);
    assertThat(events.getLast().event()).isInstanceOf(ScoreEvent.Completed.class);
  }

  @Test
  void score_imageCannotBeRead_failsAndGivesItsPlacesBack() throws Exception {
    stage.close();
    stage = new Stage(Stage.settings(), 1);
    stage.store.images.broken = new IOException("disk");
    ScoreRequest stored =
        new ScoreRequest(
            ScoreId.random(),
            new ScoreRequest.Image.Stored(PictureId.of(new byte[] {7})),
            null,
            List.of("cat."),
            false);

    assertThat(refusal(stored)).isEqualTo(ErrorCode.INTERNAL);
    assertThat(refusal(stored)).isEqualTo(ErrorCode.INTERNAL);
  }

  @Test
  void score_allPlacesTaken_overloadedBeforeTheFirstEvent() throws Exception {
    stage.close();
    stage = new Stage(Stage.settings(), 1);
    stage.start(Stage.request(true, "\"stop\"."));

    assertThat(refusal(Stage.request(false, "cat."))).isEqualTo(ErrorCode.OVERLOADED);
  }

  @Test
  void score_badRequests_refusedByName() {
    assertThat(refusal(Stage.request(false, " "))).isEqualTo(ErrorCode.RESPONSE_EMPTY);
    assertThat(refusal(Stage.request(false, "x".repeat(1001))))
        .isEqualTo(ErrorCode.RESPONSE_TOO_LONG);
    assertThat(refusal(Stage.request(false, "a", "b", "c", "d", "e")))
        .isEqualTo(ErrorCode.TOO_MANY_RESPONSES);
    ScoreRequest unreadable =
        new ScoreRequest(
            ScoreId.random(),
            new ScoreRequest.Image.Uploaded(new byte[1]),
            null,
            List.of("cat."),
            false);
    assertThat(refusal(unreadable)).isEqualTo(ErrorCode.IMAGE_UNREADABLE);
  }

  @Test
  void score_deadlinePasses_failsAndStops() throws Exception {
    stage.close();
    stage = new Stage(new ScoringSettings(1, 4, 1000, 100, Duration.ofMillis(100)), 8);
    List<Numbered> events = Stage.all(stage.start(Stage.request(false, "\"stop\".")));

    assertThat(failed(events).code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
    assertThat(stage.readerStopped.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void stop_scoreRuns_waitsForItAndRefusesOthers() throws Exception {
    LiveScore live = stage.start(Stage.request(true, "\"stop\"."));
    assertThat(stage.readerRunning.await(5, TimeUnit.SECONDS)).isTrue();
    var stopped = stage.scoring.stop(Duration.ofSeconds(20));

    assertThat(refusal(Stage.request(false, "cat."))).isEqualTo(ErrorCode.STOPPING);
    assertThat(stopped.isComplete()).isFalse();
    stage.readerGate.countDown();
    stopped.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    assertThat(live.ended()).isTrue();
    assertThat(scored(live.events())).hasSize(1);
  }

  @Test
  void takeUp_detachedScoreCutShort_finishedUnderItsOwnId() throws Exception {
    LiveScore live = stage.start(Stage.request(true, "cat.", "\"stop\"."));
    Stage.until(live, told -> told.event() instanceof ScoreEvent.Scored);
    stage
        .scoring
        .stop(Duration.ofMillis(1))
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
    Stage next = new Stage(Stage.settings(), 8);
    try (next) {
      next.readerGate.countDown();
      next.store.scores.putAll(stage.store.scores);
      next.store.events.putAll(stage.store.events);
      next.store.images.images.putAll(stage.store.images.images);
      next.scoring
          .unfinished()
          .compose(next.scoring::takeUp)
          .toCompletionStage()
          .toCompletableFuture()
          .get(10, TimeUnit.SECONDS);
      next.scoring
          .stop(Duration.ofSeconds(20))
          .toCompletionStage()
          .toCompletableFuture()
          .get(10, TimeUnit.SECONDS);

      List<Numbered> events = List.copyOf(next.store.of(live.id()).values());
      assertThat(scored(events)).extracting(ScoreEvent.Scored::response).containsExactly(0, 1);
      assertThat(events.getLast().event())
          .isEqualTo(new ScoreEvent.Completed(List.of(0, 1), List.of()));
    }
  }

  private ErrorCode refusal(ScoreRequest request) {
    var asked = stage.scoring.score(request).toCompletionStage().toCompletableFuture();
    assertThatThrownBy(() -> asked.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class);
    return ((Failure) asked.exceptionNow()).code();
  }

  private static List<ScoreEvent.Scored> scored(List<Numbered> events) {
    return events.stream()
        .map(Numbered::event)
        .filter(ScoreEvent.Scored.class::isInstance)
        .map(ScoreEvent.Scored.class::cast)
        .toList();
  }

  private static ScoreEvent.Failed failed(List<Numbered> events) {
    return (ScoreEvent.Failed) events.getLast().event();
  }

  private static ScoreEvent.Decided decided(List<Numbered> events, int claim) {
    return events.stream()
        .map(Numbered::event)
        .filter(ScoreEvent.Decided.class::isInstance)
        .map(ScoreEvent.Decided.class::cast)
        .filter(event -> event.claim() == claim)
        .findFirst()
        .orElseThrow();
  }
}
