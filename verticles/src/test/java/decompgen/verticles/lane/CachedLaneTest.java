package decompgen.verticles.lane;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import decompgen.domain.expert.Cancellation;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CachedLaneTest {
  private final AtomicInteger runs = new AtomicInteger();
  private final Cache<String, Integer> known = Caffeine.newBuilder().maximumSize(8).build();
  private final Cancellation never = new Cancellation();

  /** The context that asked is busy, and asks again before it can hear of the first answer. */
  @Test
  void ask_againInTheSameTurn_oneRun() throws Exception {
    Vertx vertx = Vertx.vertx();
    try (CachedLane<String, String, Integer> lane = lane()) {
      Promise<List<Integer>> answers = Promise.promise();
      vertx
          .getOrCreateContext()
          .runOnContext(
              _ -> {
                Future<Integer> first = lane.ask("a", "a", never);
                while (known.getIfPresent("a") == null) Thread.onSpinWait();
                Future<Integer> second = lane.ask("a", "a", never);
                Future.all(first, second).<List<Integer>>map(all -> all.list()).onComplete(answers);
              });
      assertThat(answers.future().toCompletionStage().toCompletableFuture().get())
          .containsExactly(1, 1);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }
  }

  private CachedLane<String, String, Integer> lane() {
    LaneSettings settings = new LaneSettings("test", 1, 1, 1, Duration.ZERO);
    return new CachedLane<>(
        new Lane<>(settings, (_, _) -> List.of(runs.incrementAndGet()), new SimpleMeterRegistry()),
        known);
  }
}
