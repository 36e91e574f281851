package decompgen.verticles.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.score.ScoreEvent;
import decompgen.verticles.event.Numbered;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is stored of a score, and what happens while it cannot be. */
@Timeout(60)
class KeepingTest {
  private Stage stage = new Stage(Stage.settings(), 8);

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void score_scoredIsSeen_itIsStored() throws Exception {
    LiveScore live = stage.start(Stage.request(false, "cat."));
    List<Numbered> seen = Heard.until(live, told -> told.event() instanceof ScoreEvent.Scored);

    assertThat(stage.store.of(live.id()).values()).containsAll(seen);
  }

  @Test
  void score_storeIsLost_failsInsteadOfScored() throws Exception {
    stage.store.lost = true;
    List<Numbered> events = Heard.all(stage.start(Stage.request(false, "cat.")));

    assertThat(Heard.failed(events).code()).isEqualTo(ErrorCode.DATABASE_UNAVAILABLE);
    assertThat(Heard.scored(events)).isEmpty();
  }

  @Test
  void score_storeIsLostUnderADetachedScore_goneOnWithOnceItIsBack() throws Exception {
    LiveScore live = stage.start(Stage.request(true, "\"stop\"."));
    assertThat(stage.reader.running.await(5, TimeUnit.SECONDS)).isTrue();
    stage.store.lost = true;
    stage.reader.gate.countDown();
    assertThat(Heard.failed(Heard.all(live)).code()).isEqualTo(ErrorCode.DATABASE_UNAVAILABLE);

    stage.store.lost = false;

    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (stage.store.of(live.id()).values().stream().noneMatch(told -> told.event().terminal()))
      if (System.nanoTime() > end) throw new AssertionError("it is not gone on with");
    List<Numbered> events = List.copyOf(stage.store.of(live.id()).values());
    assertThat(Heard.scored(events)).hasSize(1);
    assertThat(events.getLast().event()).isInstanceOf(ScoreEvent.Completed.class);
  }

  @Test
  void takeUp_detachedScoreCutShort_finishedUnderItsOwnId() throws Exception {
    LiveScore live = stage.start(Stage.request(true, "cat.", "\"stop\"."));
    Heard.until(live, told -> told.event() instanceof ScoreEvent.Scored);
    Stage.await(stage.scoring.stop(Duration.ofMillis(1)));
    try (Stage next = next(8)) {
      next.reader.gate.countDown();
      Stage.await(next.scoring.unfinished().compose(next.scoring::takeUp));
      Stage.await(next.scoring.stop(Duration.ofSeconds(20)));

      List<Numbered> events = List.copyOf(next.store.of(live.id()).values());
      assertThat(Heard.scored(events))
          .extracting(ScoreEvent.Scored::response)
          .containsExactly(0, 1);
      assertThat(events.getLast().event())
          .isEqualTo(new ScoreEvent.Completed(List.of(0, 1), List.of()));
    }
  }

  @Test
  void takeUp_morePlacesNeededThanThereAre_oneAfterTheOther() throws Exception {
    List<LiveScore> cutShort =
        List.of(
            stage.start(Stage.request(true, "\"stop\".")),
            stage.start(Stage.request(true, "\"stop\".")));
    Stage.await(stage.scoring.stop(Duration.ofMillis(1)));
    try (Stage next = next(1)) {
      Future<Void> taken = next.scoring.unfinished().compose(next.scoring::takeUp);
      assertThat(next.reader.running.await(5, TimeUnit.SECONDS)).isTrue();
      assertThat(taken.isComplete()).isFalse();
      next.reader.gate.countDown();
      Stage.await(taken);
      Stage.await(next.scoring.stop(Duration.ofSeconds(20)));
      for (LiveScore live : cutShort)
        assertThat(List.copyOf(next.store.of(live.id()).values()).getLast().event())
            .isInstanceOf(ScoreEvent.Completed.class);
    }
  }

  /** The next start, which finds what the stage has stored. */
  private Stage next(int places) {
    Stage next = new Stage(Stage.settings(), places);
    next.store.scores.putAll(stage.store.scores);
    next.store.events.putAll(stage.store.events);
    next.store.images.images.putAll(stage.store.images.images);
    return next;
  }
}
