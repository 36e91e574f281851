package decompgen.verticles.store;

import decompgen.domain.score.ScoreId;
import decompgen.verticles.event.Numbered;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps nothing: for a command that scores once in its own process, without a database. */
public final class ForgetfulScoreStore implements ScoreStore {
  @Override
  public Future<Void> begin(StoredScore score) {
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> append(ScoreId id, List<Numbered> events) {
    return Future.succeededFuture();
  }

  @Override
  public Future<Optional<StoredScore>> find(ScoreId id) {
    return Future.succeededFuture(Optional.empty());
  }

  @Override
  public Future<List<Numbered>> events(ScoreId id, int from) {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<Page> list(@Nullable String cursor, int limit) {
    return Future.succeededFuture(new Page(List.of(), null));
  }

  @Override
  public Future<Boolean> delete(ScoreId id) {
    return Future.succeededFuture(false);
  }

  @Override
  public Future<List<StoredScore>> takeUp(String owner) {
    return Future.succeededFuture(List.of());
  }
}
