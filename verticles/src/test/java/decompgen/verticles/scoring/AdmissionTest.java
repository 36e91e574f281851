package decompgen.verticles.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.picture.PictureId;
import decompgen.domain.score.ScoreId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is refused before the first event. */
@Timeout(60)
class AdmissionTest {
  private Stage stage = new Stage(Stage.settings(), 8);

  @AfterEach
  void close() {
    stage.close();
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

    assertThat(stage.refusal(stored)).isEqualTo(ErrorCode.INTERNAL);
    assertThat(stage.refusal(stored)).isEqualTo(ErrorCode.INTERNAL);
  }

  @Test
  void score_allPlacesTaken_overloadedBeforeTheFirstEvent() throws Exception {
    stage.close();
    stage = new Stage(Stage.settings(), 1);
    stage.start(Stage.request(true, "\"stop\"."));

    assertThat(stage.refusal(Stage.request(false, "cat."))).isEqualTo(ErrorCode.OVERLOADED);
  }

  @Test
  void score_badRequests_refusedByName() {
    assertThat(stage.refusal(Stage.request(false, " "))).isEqualTo(ErrorCode.RESPONSE_EMPTY);
    assertThat(stage.refusal(Stage.request(false, "x".repeat(1001))))
        .isEqualTo(ErrorCode.RESPONSE_TOO_LONG);
    assertThat(stage.refusal(Stage.request(false, "a", "b", "c", "d", "e")))
        .isEqualTo(ErrorCode.TOO_MANY_RESPONSES);
    ScoreRequest unreadable =
        new ScoreRequest(
            ScoreId.random(),
            new ScoreRequest.Image.Uploaded(new byte[1]),
            null,
            List.of("cat."),
            false);
    assertThat(stage.refusal(unreadable)).isEqualTo(ErrorCode.IMAGE_UNREADABLE);
  }

  @Test
  void stop_scoreRuns_waitsForItAndRefusesOthers() throws Exception {
    LiveScore live = stage.start(Stage.request(true, "\"stop\"."));
    assertThat(stage.reader.running.await(5, TimeUnit.SECONDS)).isTrue();
    var stopped = stage.scoring.stop(Duration.ofSeconds(20));

    assertThat(stage.refusal(Stage.request(false, "cat."))).isEqualTo(ErrorCode.STOPPING);
    assertThat(stopped.isComplete()).isFalse();
    stage.reader.gate.countDown();
    Stage.await(stopped);
    assertThat(live.ended()).isTrue();
    assertThat(Heard.scored(live.events())).hasSize(1);
  }
}
