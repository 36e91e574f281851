package decompgen.server.http;

import decompgen.domain.error.Failure;
import decompgen.domain.picture.PictureId;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.ScoreId;
import decompgen.verticles.event.Numbered;
import decompgen.verticles.store.ImageStore;
import decompgen.verticles.store.ScoreStore;
import decompgen.verticles.store.StoredScore;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Scores and images in maps; every call fails while {@link #failure} is set. */
final class MemoryStore implements ScoreStore {
  final Map<ScoreId, StoredScore> rows = new ConcurrentHashMap<>();
  final Map<ScoreId, List<Numbered>> events = new ConcurrentHashMap<>();
  final Map<PictureId, byte[]> images = new ConcurrentHashMap<>();
  volatile @Nullable Failure failure;

  private <T> Future<T> unlessLost(Supplier<T> answer) {
    Failure lost = failure;
    return lost == null ? Future.succeededFuture(answer.get()) : Future.failedFuture(lost);
  }

  void finish(ScoreId id, List<Numbered> told) {
    events.put(id, told);
    boolean good = told.getLast().event() instanceof ScoreEvent.Completed;
    set(id, good ? StoredScore.State.COMPLETED : StoredScore.State.FAILED);
  }

  void set(ScoreId id, StoredScore.State state) {
    rows.computeIfPresent(
        id,
        (_, row) ->
            new StoredScore(
                id,
                row.picture(),
                row.question(),
                row.responses(),
                row.fingerprint(),
                row.owner(),
                row.detached(),
                state,
                row.created()));
  }

  @Override
  public Future<Void> begin(StoredScore score) {
    throw new UnsupportedOperationException("the wire does not begin scores");
  }

  @Override
  public Future<Void> append(ScoreId id, List<Numbered> told) {
    throw new UnsupportedOperationException("the wire does not append events");
  }

  @Override
  public Future<Optional<StoredScore>> find(ScoreId id) {
    return unlessLost(() -> Optional.ofNullable(rows.get(id)));
  }

  @Override
  public Future<List<Numbered>> events(ScoreId id, int from) {
    return unlessLost(
        () ->
            events.getOrDefault(id, List.of()).stream()
                .filter(numbered -> numbered.number() >= from)
                .toList());
  }

  @Override
  public Future<Page> list(@Nullable String cursor, int limit) {
    return unlessLost(
        () ->
            new Page(
                rows.values().stream().limit(limit).map(this::summary).toList(),
                rows.size() > limit ? "next-page" : null));
  }

  private Summary summary(StoredScore row) {
    return Summary.of(
        row,
        events.getOrDefault(row.id(), List.of()).stream()
            .map(Numbered::event)
            .filter(ScoreEvent.Scored.class::isInstance)
            .map(ScoreEvent.Scored.class::cast)
            .toList());
  }

  @Override
  public Future<Boolean> delete(ScoreId id) {
    return unlessLost(
        () -> {
          events.remove(id);
          return rows.remove(id) != null;
        });
  }

  @Override
  public Future<List<StoredScore>> takeUp(String owner) {
    throw new UnsupportedOperationException("the wire takes nothing up");
  }

  /** The images of the same store. */
  ImageStore imageStore() {
    return new ImageStore() {
      @Override
      public Future<PictureId> put(byte[] uploaded) {
        return unlessLost(
            () -> {
              images.put(PictureId.of(uploaded), uploaded);
              return PictureId.of(uploaded);
            });
      }

      @Override
      public Future<Optional<byte[]>> find(PictureId id) {
        return unlessLost(() -> Optional.ofNullable(images.get(id)));
      }

      @Override
      public Future<Boolean> delete(PictureId id) {
        return unlessLost(() -> images.remove(id) != null);
      }
    };
  }
}
