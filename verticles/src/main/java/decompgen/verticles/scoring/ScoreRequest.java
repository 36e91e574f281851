package decompgen.verticles.scoring;

import static java.util.Objects.requireNonNull;

import decompgen.domain.picture.PictureId;
import decompgen.domain.score.ScoreId;
import decompgen.verticles.store.StoredScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be scored: one image, what was asked about it, and what was answered.
 *
 * @param image the uploaded bytes, or the id of an image put before
 * @param question null when the client did not say
 * @param detached whether it runs to its end though nobody watches, and again after a crash (202)
 */
public record ScoreRequest(
    ScoreId id, Image image, @Nullable String question, List<String> responses, boolean detached) {
  /** Where the image comes from. */
  public sealed interface Image {
    record Uploaded(byte[] bytes) implements Image {}

    record Stored(PictureId id) implements Image {}
  }

  public ScoreRequest {
    requireNonNull(id, "id");
    requireNonNull(image, "image");
    responses = List.copyOf(responses);
    if (responses.isEmpty()) throw new IllegalArgumentException("no responses");
  }

  /** The request of a stored score, to be run again. */
  static ScoreRequest again(StoredScore stored) {
    return new ScoreRequest(
        stored.id(),
        new Image.Stored(stored.picture()),
        stored.question(),
        stored.responses(),
        stored.detached());
  }
}
