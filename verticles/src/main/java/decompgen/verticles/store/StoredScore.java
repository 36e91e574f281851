package decompgen.verticles.store;

import decompgen.domain.picture.PictureId;
import decompgen.domain.score.Fingerprint;
import decompgen.domain.score.ScoreId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a score beside its events.
 *
 * @param owner the server that runs or ran it; it takes its unfinished detached scores up again
 *     after a crash
 */
public record StoredScore(
    ScoreId id,
    PictureId picture,
    @Nullable String question,
    List<String> responses,
    Fingerprint fingerprint,
    String owner,
    boolean detached,
    State state,
    Instant created) {
  /** How far it has come. */
  public enum State {
    RUNNING,
    COMPLETED,
    FAILED
  }

  public StoredScore {
    responses = List.copyOf(responses);
  }
}
