package decompgen.verticles.scoring;

import decompgen.domain.score.ScoreId;
import io.vertx.core.Future;
import java.util.Optional;

/** Takes requests in and runs them. Callable from any context; futures end on the caller's. */
public interface Scorer {
  /**
   * Reserves what the request needs and begins; the first event is {@code accepted}.
   *
   * @return fails with Failure OVERLOADED or STOPPING before anything has begun, RESPONSE_EMPTY,
   *     RESPONSE_TOO_LONG, TOO_MANY_RESPONSES, NOT_FOUND (image), IMAGE_* or DATABASE_UNAVAILABLE
   *     when the image cannot be taken
   */
  Future<LiveScore> score(ScoreRequest request);

  /** The score while it runs. */
  Optional<LiveScore> running(ScoreId id);
}
