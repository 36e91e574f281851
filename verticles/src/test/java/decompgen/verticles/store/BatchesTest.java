package decompgen.verticles.store;

import static decompgen.verticles.store.StoreSamples.assertFails;
import static decompgen.verticles.store.StoreSamples.await;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchesTest {
  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger left = new AtomicInteger();

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @Test
  void all_lastBatchIsNotFull_endsWithIt() {
    left.set(7);
    assertThat(await(new Batches(3).all(() -> deleted(3)))).isEqualTo(7);
  }

  @Test
  void all_lastBatchIsFull_looksOnceMore() {
    left.set(6);
    assertThat(await(new Batches(3).all(() -> deleted(3)))).isEqualTo(6);
    assertThat(await(new Batches(3).all(() -> deleted(3)))).isZero();
  }

  @Test
  void all_moreBatchesThanAStackIsDeep_ends() {
    left.set(100_000);
    assertThat(await(new Batches(1).all(() -> deleted(1)))).isEqualTo(100_000);
  }

  @Test
  void all_batchFails_failsLikeIt() {
    Failure lost = new Failure(ErrorCode.DATABASE_UNAVAILABLE, "lost");
    left.set(9);
    assertFails(
        ErrorCode.DATABASE_UNAVAILABLE,
        () ->
            new Batches(3)
                .all(() -> left.get() > 3 ? deleted(3) : Future.<Integer>failedFuture(lost)));
    assertThat(left).hasValue(3);
  }

  /** Answers later, on an event loop, as a database does. */
  private Future<Integer> deleted(int most) {
    return Future.<Void>future(promise -> vertx.runOnContext(_ -> promise.complete()))
        .map(_ -> Math.min(most, left.getAndUpdate(now -> Math.max(0, now - most))));
  }
}
