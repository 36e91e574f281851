package decompgen.verticles.lane;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.expert.Cancellation;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LaneTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final List<List<String>> batches = new CopyOnWriteArrayList<>();
  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch gate = new CountDownLatch(1);
  private final Cancellation never = new Cancellation();

  @Test
  void ask_freeLane_answers() throws Exception {
    try (Lane<String, String> lane = lane(1, 1, Duration.ZERO, this::shout)) {
      assertThat(await(lane.ask("a", "a", never))).isEqualTo("A");
    }
  }

  @Test
  void ask_equalKeyUnderWay_oneRunForBoth() throws Exception {
    try (Lane<String, String> lane = lane(1, 1, Duration.ZERO, this::shoutAfterGate)) {
      Future<String> first = lane.ask("a", "a", never);
      assertThat(running.await(5, TimeUnit.SECONDS)).isTrue();
      Future<String> second = lane.ask("a", "a", never);
      gate.countDown();
      assertThat(await(first)).isEqualTo("A");
      assertThat(await(second)).isEqualTo("A");
      assertThat(batches).containsExactly(List.of("a"));
      assertThat(registry.counter("decompgen.lane.shared", "lane", "test").count()).isEqualTo(1);
    }
  }

  @Test
  void ask_lastWaiterOfQueuedJobLeaves_neverRuns() throws Exception {
    try (Lane<String, String> lane = lane(1, 1, Duration.ZERO, this::shoutAfterGate)) {
      Future<String> first = lane.ask("a", "a", never);
      assertThat(running.await(5, TimeUnit.SECONDS)).isTrue();
      Cancellation gone = new Cancellation();
      Future<String> second = lane.ask("b", "b", gone);
      assertThat(lane.depth()).isEqualTo(1);
      gone.cancel();
      assertThat(lane.depth()).isZero();
      assertThat(code(second)).isEqualTo(ErrorCode.CANCELLED);
      gate.countDown();
      assertThat(await(first)).isEqualTo("A");
      assertThat(batches).containsExactly(List.of("a"));
    }
  }

  @Test
  void ask_lastWaiterOfRunningJobLeaves_runIsStopped() throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);
    try (Lane<String, String> lane =
        lane(1, 1, Duration.ZERO, (batch, stop) -> untilCancelled(stop, stopped))) {
      Cancellation gone = new Cancellation();
      Future<String> asked = lane.ask("a", "a", gone);
      assertThat(running.await(5, TimeUnit.SECONDS)).isTrue();
      gone.cancel();
      assertThat(stopped.await(5, TimeUnit.SECONDS)).isTrue();
      assertThat(code(asked)).isEqualTo(ErrorCode.CANCELLED);
    }
  }

  @Test
  void ask_oneOfTwoWaitersLeaves_otherIsAnswered() throws Exception {
    try (Lane<String, String> lane = lane(1, 1, Duration.ZERO, this::shoutAfterGate)) {
      Cancellation gone = new Cancellation();
      Future<String> leaver = lane.ask("a", "a", gone);
      Future<String> stayer = lane.ask("a", "a", never);
      assertThat(running.await(5, TimeUnit.SECONDS)).isTrue();
      gone.cancel();
      gate.countDown();
      assertThat(code(leaver)).isEqualTo(ErrorCode.CANCELLED);
      assertThat(await(stayer)).isEqualTo("A");
    }
  }

  @Test
  void ask_oneOfTwoJobsOfARunningBatchIsLeft_batchGoesOn() throws Exception {
    try (Lane<String, String> lane = lane(1, 2, Duration.ofSeconds(5), this::shoutAfterGate)) {
      Cancellation gone = new Cancellation();
      Future<String> leaver = lane.ask("a", "a", gone);
      Future<String> stayer = lane.ask("b", "b", never);
      assertThat(running.await(5, TimeUnit.SECONDS)).isTrue();
      gone.cancel();
      gate.countDown();
      assertThat(code(leaver)).isEqualTo(ErrorCode.CANCELLED);
      assertThat(await(stayer)).isEqualTo("B");
    }
  }

  @Test
  void ask_moreThanABatchWaits_batchesOfAtMostThatSize() throws Exception {
    try (Lane<String, String> lane = lane(1, 2, Duration.ZERO, this::shoutAfterGate)) {
      Future<String> first = lane.ask("a", "a", never);
      assertThat(running.await(5, TimeUnit.SECONDS)).isTrue();
      List<Future<String>> rest =
          List.of(lane.ask("b", "b", never), lane.ask("c", "c", never), lane.ask("d", "d", never));
      gate.countDown();
      await(first);
      for (Future<String> one : rest) await(one);
      assertThat(batches).containsExactly(List.of("a"), List.of("b", "c"), List.of("d"));
    }
  }

  @Test
  void ask_workFails_everyWaiterFails() throws Exception {
    try (Lane<String, String> lane = lane(1, 1, Duration.ZERO, this::fail)) {
      assertThat(code(lane.ask("a", "a", never))).isEqualTo(ErrorCode.MODEL_FAILED);
      assertThat(code(lane.ask("a", "a", never))).isEqualTo(ErrorCode.MODEL_FAILED);
    }
  }

  @Test
  void ask_tooFewAnswers_modelFailed() throws Exception {
    try (Lane<String, String> lane = lane(1, 1, Duration.ZERO, (_, _) -> List.of())) {
      assertThat(code(lane.ask("a", "a", never))).isEqualTo(ErrorCode.MODEL_FAILED);
    }
  }

  @Test
  void close_jobRunningAndJobQueued_bothFailStopping() throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);
    Lane<String, String> lane =
        lane(1, 1, Duration.ZERO, (batch, stop) -> untilCancelled(stop, stopped));
    Future<String> first = lane.ask("a", "a", never);
    assertThat(running.await(5, TimeUnit.SECONDS)).isTrue();
    Future<String> second = lane.ask("b", "b", never);
    lane.close();
    assertThat(code(first)).isEqualTo(ErrorCode.STOPPING);
    assertThat(code(second)).isEqualTo(ErrorCode.STOPPING);
    assertThat(code(lane.ask("c", "c", never))).isEqualTo(ErrorCode.STOPPING);
  }

  @Test
  void reserve_allPlacesTaken_refusedUntilOneIsGivenBack() {
    try (Lane<String, String> lane = lane(1, 1, Duration.ZERO, this::shout)) {
      Place place = lane.reserve().orElseThrow();
      assertThat(lane.reserve()).isEmpty();
      place.close();
      place.close();
      assertThat(lane.reserve()).isPresent();
      assertThat(lane.reserve()).isEmpty();
    }
  }

  private Lane<String, String> lane(
      int queue, int batch, Duration delay, Work<String, String> work) {
    return new Lane<>(new LaneSettings("test", queue, 1, batch, delay), work, registry);
  }

  private List<String> shout(List<String> batch, Cancellation cancellation) {
    batches.add(batch);
    return batch.stream().map(String::toUpperCase).toList();
  }

  private List<String> shoutAfterGate(List<String> batch, Cancellation cancellation) {
    running.countDown();
    passed(gate);
    return shout(batch, cancellation);
  }

  private List<String> untilCancelled(Cancellation cancellation, CountDownLatch stopped) {
    running.countDown();
    cancellation.onCancel(stopped::countDown);
    passed(stopped);
    throw new Failure(ErrorCode.CANCELLED, "stopped");
  }

  private List<String> fail(List<String> batch, Cancellation cancellation) {
    throw new Failure(ErrorCode.MODEL_FAILED, "broken");
  }

  private static void passed(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private static ErrorCode code(Future<?> future) throws Exception {
    return await(future.transform(end -> Future.succeededFuture(((Failure) end.cause()).code())));
  }
}
