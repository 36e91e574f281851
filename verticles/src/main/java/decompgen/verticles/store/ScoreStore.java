package decompgen.verticles.store;

import decompgen.domain.picture.PictureId;
import decompgen.domain.score.Fingerprint;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.ScoreId;
import decompgen.verticles.event.Numbered;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps scores and their events. What a future has acknowledged survives kill -9 of server and
 * database. Futures fail with Failure DATABASE_UNAVAILABLE when the database does not answer; the
 * next call tries again.
 */
public interface ScoreStore {
  /**
   * Writes the score's row, state RUNNING; one that is there already stays as it is. Fails with
   * NOT_FOUND when its picture has not been put, REQUEST_INVALID when a text holds U+0000.
   */
  Future<Void> begin(StoredScore score);

  /**
   * Writes events in one transaction; numbers may have gaps. A last event also sets the state.
   * Writing a number again changes nothing. Fails with NOT_FOUND when the score has been deleted.
   */
  Future<Void> append(ScoreId id, List<Numbered> events);

  Future<Optional<StoredScore>> find(ScoreId id);

  /**
   * The events with that number or a greater one, in order; none when there is no such score. As
   * many as the limits on responses and claims allow.
   */
  Future<List<Numbered>> events(ScoreId id, int from);

  /**
   * Newest first; {@code cursor} is null for the first page. Fails with REQUEST_INVALID when the
   * cursor is not one of {@link Page#next} or the limit is not in 1..200.
   */
  Future<Page> list(@Nullable String cursor, int limit);

  /**
   * Removes score and events; false when there is none. A score that runs can be removed too: what
   * is appended later fails.
   */
  Future<Boolean> delete(ScoreId id);

  /**
   * The detached scores that this owner had not finished, oldest first, with their events as they
   * are; other unfinished scores of the owner end with a failed event. To be called once, before
   * the owner begins new ones.
   */
  Future<List<StoredScore>> takeUp(String owner);

  /**
   * A score without its texts, which may be long.
   *
   * @param scored how its responses that are done came out, in their order
   */
  record Summary(
      ScoreId id,
      PictureId picture,
      @Nullable String question,
      Fingerprint fingerprint,
      StoredScore.State state,
      Instant created,
      List<ScoreEvent.Scored> scored) {
    public Summary {
      scored = List.copyOf(scored);
    }

    public static Summary of(StoredScore score, List<ScoreEvent.Scored> scored) {
      return new Summary(
          score.id(),
          score.picture(),
          score.question(),
          score.fingerprint(),
          score.state(),
          score.created(),
          scored);
    }
  }

  /** A page of scores; {@code next} is null on the last one. */
  record Page(List<Summary> scores, @Nullable String next) {
    public Page {
      scores = List.copyOf(scores);
    }
  }
}
