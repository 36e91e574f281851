package decompgen.verticles.scoring;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.picture.PictureId;
import decompgen.domain.score.ScoreId;
import decompgen.verticles.event.Numbered;
import decompgen.verticles.store.ImageStore;
import decompgen.verticles.store.ScoreStore;
import decompgen.verticles.store.StoredScore;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** A store in memory that can be lost and found. */
final class MemoryStore implements ScoreStore {
  final Map<ScoreId, StoredScore> scores = new ConcurrentHashMap<>();
  final Map<ScoreId, Map<Integer, Numbered>> events = new ConcurrentHashMap<>();
  final MemoryImages images = new MemoryImages();
  volatile boolean lost;

  @Override
  public Future<Void> begin(StoredScore score) {
    return when(() -> scores.putIfAbsent(score.id(), score));
  }

  @Override
  public Future<Void> append(ScoreId id, List<Numbered> told) {
    return when(() -> told.forEach(event -> of(id).putIfAbsent(event.number(), event)));
  }

  @Override
  public Future<Optional<StoredScore>> find(ScoreId id) {
    return Future.succeededFuture(Optional.ofNullable(scores.get(id)));
  }

  @Override
  public Future<List<Numbered>> events(ScoreId id, int from) {
    return Future.succeededFuture(
        of(id).values().stream().filter(event -> event.number() >= from).toList());
  }

  @Override
  public Future<Page> list(@Nullable String cursor, int limit) {
    return Future.succeededFuture(new Page(List.of(), null));
  }

  @Override
  public Future<Boolean> delete(ScoreId id) {
    return Future.succeededFuture(scores.remove(id) != null);
  }

  @Override
  public Future<List<StoredScore>> takeUp(String owner) {
    List<StoredScore> left =
        scores.values().stream()
            .filter(
                score ->
                    of(score.id()).values().stream().noneMatch(event -> event.event().terminal()))
            .sorted(Comparator.comparing(StoredScore::created))
            .toList();
    return Future.succeededFuture(left);
  }

  Map<Integer, Numbered> of(ScoreId id) {
    return events.computeIfAbsent(id, _ -> new ConcurrentSkipListMap<>());
  }

  private Future<Void> when(Runnable write) {
    if (lost) return Future.failedFuture(new Failure(ErrorCode.DATABASE_UNAVAILABLE, "lost"));
    write.run();
    return Future.succeededFuture();
  }

  /** Images in memory. */
  static final class MemoryImages implements ImageStore {
    final Map<PictureId, byte[]> images = new ConcurrentHashMap<>();
    volatile @Nullable Exception broken;

    @Override
    public Future<PictureId> put(byte[] uploaded) {
      images.put(PictureId.of(uploaded), uploaded);
      return Future.succeededFuture(PictureId.of(uploaded));
    }

    @Override
    public Future<Optional<byte[]>> find(PictureId id) {
      Exception failure = broken;
      if (failure != null) return Future.failedFuture(failure);
      return Future.succeededFuture(Optional.ofNullable(images.get(id)));
    }

    @Override
    public Future<Boolean> delete(PictureId id) {
      return Future.succeededFuture(images.remove(id) != null);
    }
  }
}
