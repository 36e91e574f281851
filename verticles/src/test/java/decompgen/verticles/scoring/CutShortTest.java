package decompgen.verticles.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.score.ScoreEvent;
import decompgen.verticles.event.Numbered;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who may end a score before its end, and what then stops. */
@Timeout(60)
class CutShortTest {
  private Stage stage = new Stage(Stage.settings(), 8);

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void score_lastWatcherLeaves_runningCallIsStopped() throws Exception {
    LiveScore live = stage.start(Stage.request(false, "\"stop\"."));
    LiveScore.Watch watch = live.watch(0, () -> {});
    assertThat(stage.reader.running.await(5, TimeUnit.SECONDS)).isTrue();

    watch.close();

    assertThat(stage.reader.stopped.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(Heard.failed(Heard.all(live)).code()).isEqualTo(ErrorCode.CANCELLED);
  }

  @Test
  void score_oneOfTwoRequestsForTheSameLeaves_otherIsUntouched() throws Exception {
    LiveScore leaver = stage.start(Stage.request(false, "\"stop\"."));
    LiveScore stayer = stage.start(Stage.request(true, "\"stop\"."));
    LiveScore.Watch watch = leaver.watch(0, () -> {});
    assertThat(stage.reader.running.await(5, TimeUnit.SECONDS)).isTrue();
    Heard.until(stayer, told -> told.event() instanceof ScoreEvent.Decomposed);

    watch.close();
    assertThat(Heard.failed(Heard.all(leaver)).code()).isEqualTo(ErrorCode.CANCELLED);
    stage.reader.gate.countDown();

    assertThat(Heard.scored(Heard.all(stayer)).getFirst().tally().supported()).isEqualTo(1);
  }

  @Test
  void score_detachedWithoutWatchers_runsToItsEndAndIsStored() throws Exception {
    LiveScore live = stage.start(Stage.request(true, "cat."));
    live.watch(0, () -> {}).close();

    assertThat(Heard.scored(Heard.all(live))).hasSize(1);
    assertThat(stage.store.of(live.id()).values())
        .anyMatch(told -> told.event() instanceof ScoreEvent.Completed);
  }

  @Test
  void score_deadlinePasses_failsAndStops() throws Exception {
    stage.close();
    stage = new Stage(new ScoringSettings(1, 4, 1000, 100, Duration.ofMillis(100)), 8);
    List<Numbered> events = Heard.all(stage.start(Stage.request(false, "\"stop\".")));

    assertThat(Heard.failed(events).code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
    assertThat(stage.reader.stopped.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void score_deadlinePassesWhileThePictureIsDecoded_isRefused() {
    stage.close();
    stage = new Stage(new ScoringSettings(1, 4, 1000, 100, Duration.ofMillis(100)), 8);

    assertThat(stage.refusal(Stage.slow())).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
  }

  @Test
  void stop_pictureStillDecodedWhenPatienceEnds_isNotWaitedFor() throws Exception {
    Future<LiveScore> asked = stage.scoring.score(Stage.slow());
    assertThat(stage.decoding.await(5, TimeUnit.SECONDS)).isTrue();

    Stage.await(stage.scoring.stop(Duration.ofMillis(100)));

    assertThatThrownBy(() -> Stage.await(asked))
        .cause()
        .isInstanceOfSatisfying(
            Failure.class, cut -> assertThat(cut.code()).isEqualTo(ErrorCode.CANCELLED));
  }
}
