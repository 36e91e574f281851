package decompgen.verticles.scoring;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.score.ScoreId;
import decompgen.verticles.event.Numbered;
import decompgen.verticles.store.StoredScore;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores on virtual-thread verticles: takes requests in, knows those that run, takes up what a
 * crash left, drains.
 */
public final class Scoring implements Scorer {
  private static final Logger LOG = LoggerFactory.getLogger(Scoring.class);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final ScoringParts parts;
  private final List<Context> contexts = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final Map<ScoreId, LiveScore> running = new ConcurrentHashMap<>();
  private final AtomicInteger tasks = new AtomicInteger();
  private final Promise<Void> idle = Promise.promise();
  private final Cancellation cut = new Cancellation();
  private volatile boolean stopping;

  public Scoring(Vertx vertx, ScoringParts parts) {
    this.vertx = vertx;
    this.parts = parts;
  }

  /** Deploys the verticles that run scores. */
  public Future<Void> start() {
    DeploymentOptions options =
        new DeploymentOptions()
            .setThreadingModel(ThreadingModel.VIRTUAL_THREAD)
            .setInstances(parts.settings().instances());
    return vertx.deployVerticle(() -> this::join, options).mapEmpty();
  }

  @Override
  public Future<LiveScore> score(ScoreRequest request) {
    return run(request, List.of());
  }

  @Override
  public Optional<LiveScore> running(ScoreId id) {
    return Optional.ofNullable(running.get(id));
  }

  /**
   * This server's detached scores that a crash or a stop cut short; to be asked before the first
   * new request.
   */
  public Future<List<StoredScore>> unfinished() {
    return parts.scores().takeUp(parts.owner());
  }

  /**
   * Begins them again, one after the other as places are free; ends when all have begun, or when
   * the server stops.
   */
  public Future<Void> takeUp(List<StoredScore> left) {
    Promise<Void> begun = Promise.promise();
    takeUp(new ArrayDeque<>(left), begun);
    return begun.future();
  }

  // A loop: a chain of futures would grow with every second that all places are taken.
  private void takeUp(Deque<StoredScore> left, Promise<Void> begun) {
    StoredScore first = left.peek();
    if (first == null || stopping) {
      begun.complete();
      return;
    }
    parts
        .scores()
        .events(first.id(), 0)
        .compose(events -> run(ScoreRequest.again(first), events))
        .onComplete(
            _ -> {
              left.remove();
              takeUp(left, begun);
            },
            thrown -> afterFailure(left, begun, Failure.of(thrown)));
  }

  private void afterFailure(Deque<StoredScore> left, Promise<Void> begun, Failure failure) {
    if (!passes(failure.code())) {
      LOG.warn("score {} cannot be taken up again: {}", left.remove().id(), failure.detail());
      takeUp(left, begun);
    } else if (stopping) begun.complete();
    else vertx.setTimer(RETRY.toMillis(), _ -> takeUp(left, begun));
  }

  /**
   * Refuses new requests, waits for those that run, at most that long, then cancels the rest.
   * Detached ones that are cancelled so are taken up by the next start.
   */
  public Future<Void> stop(Duration patience) {
    stopping = true;
    endWhenIdle();
    vertx.setTimer(Math.max(1, patience.toMillis()), _ -> cut.cancel());
    return idle.future();
  }

  /**
   * Goes on with a detached score once the database is back; what it had stored is kept. After a
   * stop the next start does it.
   */
  void again(ScoreRequest request) {
    if (stopping) return;
    vertx
        .timer(RETRY.toMillis(), TimeUnit.MILLISECONDS)
        .compose(_ -> parts.scores().events(request.id(), 0))
        .compose(events -> ended(events) ? Future.succeededFuture() : run(request, events))
        .onFailure(thrown -> againUnlessLost(request, Failure.of(thrown)));
  }

  private void againUnlessLost(ScoreRequest request, Failure failure) {
    if (passes(failure.code())) again(request);
    else LOG.warn("score {} cannot be taken up again: {}", request.id(), failure.detail());
  }

  /** Whether waiting helps: it does not where a picture takes longer than there is time. */
  private static boolean passes(ErrorCode code) {
    return code.kind() == ErrorCode.Kind.CAPACITY && code != ErrorCode.DEADLINE_EXCEEDED;
  }

  private static boolean ended(List<Numbered> events) {
    return !events.isEmpty() && events.getLast().event().terminal();
  }

  Vertx vertx() {
    return vertx;
  }

  ScoringParts parts() {
    return parts;
  }

  boolean stopping() {
    return stopping;
  }

  /** Runs the listener when a stop has lost its patience. */
  Cancellation.Registration onCut(Runnable listener) {
    return cut.onCancel(listener);
  }

  void began(LiveScore live) {
    running.put(live.id(), live);
  }

  void ended(ScoreId id) {
    running.remove(id);
    tasks.decrementAndGet();
    if (stopping) endWhenIdle();
  }

  private Future<?> join(Context context) {
    contexts.add(context);
    return Future.succeededFuture();
  }

  private Future<LiveScore> run(ScoreRequest request, List<Numbered> before) {
    Context caller = vertx.getOrCreateContext();
    Context context = contexts.get(Math.floorMod(turn.getAndIncrement(), contexts.size()));
    Promise<LiveScore> started = Promise.promise();
    tasks.incrementAndGet();
    context.runOnContext(_ -> new ScoreTask(this, request, before, context).run(started));
    Promise<LiveScore> answer = Promise.promise();
    started
        .future()
        .onComplete((live, failure) -> caller.runOnContext(_ -> answer.complete(live, failure)));
    return answer.future();
  }

  private void endWhenIdle() {
    if (tasks.get() == 0) idle.tryComplete();
  }
}
