package decompgen.verticles.lane;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import decompgen.domain.expert.Cancellation;
import io.vertx.core.Future;

/**
 * A lane whose answers are remembered.
 *
 * @param <K> key, equal for equal questions
 * @param <Q> question
 * @param <A> answer
 */
public final class CachedLane<K, Q, A> implements AutoCloseable {
  private final Lane<Q, A> lane;
  private final Cache<K, A> known;

  /** Takes the lane over; the cache may be shared with other lanes whose keys differ. */
  public CachedLane(Lane<Q, A> lane, Cache<K, A> known) {
    this.lane = requireNonNull(lane, "lane");
    this.known = requireNonNull(known, "known");
  }

  public Lane<Q, A> lane() {
    return lane;
  }

  /** The answer known, or the lane's, which is kept before those who ask are told. */
  public Future<A> ask(K key, Q question, Cancellation cancellation) {
    A answer = known.getIfPresent(key);
    if (answer != null) return Future.succeededFuture(answer);
    return lane.ask(new Job<>(key, question, fresh -> known.put(key, fresh)), cancellation);
  }

  @Override
  public void close() {
    lane.close();
  }
}
