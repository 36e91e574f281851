package decompgen.verticles.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.claim.Aspect;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.picture.PictureId;
import decompgen.domain.score.Fingerprint;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.ScoreEvent.Scored;
import decompgen.domain.score.ScoreId;
import decompgen.domain.score.Tally;
import decompgen.verticles.event.Numbered;
import decompgen.verticles.store.StoredScore.State;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Scores and events for the tests of the store, and plain ways to wait for a future. */
final class StoreSamples {
  static final byte[] IMAGE = "an image".getBytes(UTF_8);
  static final PictureId PICTURE = PictureId.of(IMAGE);
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456Z");

  private StoreSamples() {}

  static StoredScore score(String... responses) {
    return score(NOON, "server-1", false, responses);
  }

  static StoredScore score(Instant created, String owner, boolean detached, String... responses) {
    return new StoredScore(
        ScoreId.random(),
        PICTURE,
        "What is there?",
        List.of(responses),
        new Fingerprint("0123456789abcdef"),
        owner,
        detached,
        State.RUNNING,
        created);
  }

  static StoredScore in(State state, StoredScore score) {
    return new StoredScore(
        score.id(),
        score.picture(),
        score.question(),
        score.responses(),
        score.fingerprint(),
        score.owner(),
        score.detached(),
        state,
        score.created());
  }

  /** Four claims: two supported, one contradicted, one undecided; one more omitted. */
  static Scored scored(int response) {
    Tally tally = new Tally(4, 2, 1);
    return new Scored(response, tally, 1, Map.of(Aspect.OBJECT, tally), Duration.ofMillis(31));
  }

  static List<Numbered> numbered(int first, ScoreEvent... events) {
    List<Numbered> numbered = new ArrayList<>();
    for (ScoreEvent event : events) numbered.add(new Numbered(first + numbered.size(), event));
    return numbered;
  }

  /** The future's value; its failure as it is. */
  static <T> T await(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .orTimeout(20, TimeUnit.SECONDS)
          .join();
    } catch (CompletionException e) {
      throw Failure.of(e.getCause() == null ? e : e.getCause());
    }
  }

  /** The call ends badly with that code, at once or later. */
  static void assertFails(ErrorCode code, Supplier<Future<?>> call) {
    assertThatThrownBy(() -> await(call.get()))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }
}
