package decompgen.server.http;

import static java.util.Objects.requireNonNull;

import decompgen.domain.error.Failure;
import decompgen.domain.picture.PictureId;
import decompgen.domain.score.Fingerprint;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.ScoreId;
import decompgen.verticles.scoring.LiveScore;
import decompgen.verticles.scoring.ScoreRequest;
import decompgen.verticles.scoring.ScoreRequest.Image;
import decompgen.verticles.scoring.Scorer;
import decompgen.verticles.store.StoredScore;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A scorer that takes requests in and leaves the telling of events to the test. */
final class ScriptedScorer implements Scorer {
  static final Instant CREATED = Instant.parse("2026-11-23T15:00:00Z");

  final LinkedBlockingQueue<ScoreRequest> requests = new LinkedBlockingQueue<>();
  final Map<ScoreId, LiveScore> running = new ConcurrentHashMap<>();
  private final MemoryStore store;
  private volatile Consumer<LiveScore> script = _ -> {};
  private volatile @Nullable Failure refusal;

  ScriptedScorer(MemoryStore store) {
    this.store = store;
  }

  /** Runs when a request has been taken in, after {@code accepted}. */
  void script(Consumer<LiveScore> next) {
    script = next;
  }

  void refuse(Failure with) {
    refusal = with;
  }

  @Override
  public Future<LiveScore> score(ScoreRequest request) {
    Failure with = refusal;
    if (with != null) return Future.failedFuture(with);
    LiveScore live = new LiveScore(request.id(), request.detached());
    running.put(request.id(), live);
    store.rows.put(request.id(), row(request));
    live.append(new ScoreEvent.Accepted(request.id(), request.responses().size()));
    script.accept(live);
    requests.add(request);
    return Future.succeededFuture(live);
  }

  /** Tells the next event; a last one is stored with all before it, and the score runs no more. */
  void tell(ScoreId id, ScoreEvent event) {
    LiveScore live = requireNonNull(running.get(id));
    live.append(event);
    if (event.terminal()) {
      store.finish(id, live.events());
      running.remove(id);
    }
  }

  @Override
  public Optional<LiveScore> running(ScoreId id) {
    return Optional.ofNullable(running.get(id));
  }

  private static StoredScore row(ScoreRequest request) {
    PictureId picture =
        switch (request.image()) {
          case Image.Uploaded(var bytes) -> PictureId.of(bytes);
          case Image.Stored(var id) -> id;
        };
    return new StoredScore(
        request.id(),
        picture,
        request.question(),
        request.responses(),
        Fingerprint.of(List.of("test/1")),
        "test",
        request.detached(),
        StoredScore.State.RUNNING,
        CREATED);
  }
}
