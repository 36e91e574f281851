package decompgen.verticles.store;

import static decompgen.verticles.store.StoreSamples.NOON;
import static decompgen.verticles.store.StoreSamples.PICTURE;
import static decompgen.verticles.store.StoreSamples.assertFails;
import static decompgen.verticles.store.StoreSamples.await;
import static decompgen.verticles.store.StoreSamples.in;
import static decompgen.verticles.store.StoreSamples.numbered;
import static decompgen.verticles.store.StoreSamples.score;
import static decompgen.verticles.store.StoreSamples.scored;
import static decompgen.verticles.store.embedded.TestPostgres.query;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.picture.PictureId;
import decompgen.domain.score.Fingerprint;
import decompgen.domain.score.ScoreEvent.Failed;
import decompgen.domain.score.ScoreId;
import decompgen.verticles.store.StoredScore.State;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scores from their beginning to their deletion. */
class PgScoreStoreTest extends WithStores {
  @Test
  void find_begunScore_asItWasWritten() {
    StoredScore score = score("A cat 🐈 lies\non a \"red\" sofa.", "", "A dog.");
    await(scores.begin(score));

    assertThat(await(scores.find(score.id()))).contains(score);
  }

  @Test
  void find_withoutQuestion_hasNone() {
    StoredScore score =
        new StoredScore(
            ScoreId.random(),
            PICTURE,
            null,
            List.of("A cat."),
            new Fingerprint("f"),
            "me",
            true,
            State.RUNNING,
            NOON);
    await(scores.begin(score));

    assertThat(await(scores.find(score.id()))).contains(score);
  }

  @Test
  void find_unknownScore_empty() {
    assertThat(await(scores.find(ScoreId.random()))).isEmpty();
    assertThat(await(scores.events(ScoreId.random(), 0))).isEmpty();
  }

  @Test
  void begin_again_leavesTheFirst() {
    StoredScore score = score("A cat.");
    await(scores.begin(score));
    await(scores.append(score.id(), numbered(0, new Failed(ErrorCode.CANCELLED, "Gone."))));

    await(scores.begin(score));

    assertThat(await(scores.find(score.id()))).contains(in(State.FAILED, score));
  }

  @Test
  void begin_pictureThatWasNotPut_notFound() {
    StoredScore score = score("A cat.");
    StoredScore other =
        new StoredScore(
            score.id(),
            PictureId.of(new byte[] {1}),
            null,
            score.responses(),
            score.fingerprint(),
            "me",
            false,
            State.RUNNING,
            NOON);

    assertFails(ErrorCode.NOT_FOUND, () -> scores.begin(other));
  }

  @Test
  void begin_characterThatCannotBeStored_requestInvalid() {
    assertFails(ErrorCode.REQUEST_INVALID, () -> scores.begin(score("A \0 cat.")));
  }

  @Test
  void delete_score_takesItsEventsWithIt() throws SQLException {
    StoredScore score = score("A cat.");
    await(scores.begin(score));
    await(scores.append(score.id(), numbered(0, scored(0))));

    assertThat(await(scores.delete(score.id()))).isTrue();

    assertThat(await(scores.delete(score.id()))).isFalse();
    assertThat(await(scores.find(score.id()))).isEmpty();
    assertThat(
            query(
                stores.url(),
                "SELECT (SELECT count(*) FROM response) + (SELECT count(*) FROM score_event)"))
        .isEqualTo("0");
  }
}
