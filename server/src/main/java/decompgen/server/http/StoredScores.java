package decompgen.server.http;

import static java.util.Objects.requireNonNull;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.ScoreId;
import decompgen.verticles.event.Numbered;
import decompgen.verticles.scoring.LiveScore;
import decompgen.verticles.store.StoredScore;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Handlers of scores that have begun: getScore, listScores, deleteScore, watchScore. */
final class StoredScores {
  private static final int DEFAULT_LIMIT = 50;
  private static final int TRIES = 20;
  private static final long BETWEEN_TRIES_MILLIS = 50;

  private final Backend backend;
  private final Duration heartbeat;

  StoredScores(Backend backend, Duration heartbeat) {
    this.backend = backend;
    this.heartbeat = heartbeat;
  }

  void get(RoutingContext routing) {
    ScoreId id = id(routing);
    Optional<LiveScore> live = backend.scorer().running(id);
    Future<List<Numbered>> events =
        live.isPresent()
            ? Future.succeededFuture(live.get().events())
            : backend.scores().find(id).compose(score -> stored(id, score, 0));
    events.compose(told -> answer(routing, backend, id, told)).onFailure(routing::fail);
  }

  void list(RoutingContext routing) {
    @Nullable String limit = routing.request().getParam("limit");
    backend
        .scores()
        .list(
            routing.request().getParam("cursor"),
            limit == null ? DEFAULT_LIMIT : Integer.parseInt(limit))
        .compose(page -> JsonAnswer.send(routing, 200, ScoreJson.page(page)))
        .onFailure(routing::fail);
  }

  void delete(RoutingContext routing) {
    ScoreId id = id(routing);
    cancelled(routing.vertx(), id)
        .compose(_ -> backend.scores().delete(id))
        .compose(
            there ->
                there
                    ? routing.response().setStatusCode(204).end()
                    : Future.failedFuture(unknown(id)))
        .onFailure(routing::fail);
  }

  void watch(RoutingContext routing) {
    ScoreId id = id(routing);
    int from = from(routing.request().getHeader("last-event-id"));
    Optional<LiveScore> live = backend.scorer().running(id);
    if (live.isPresent()) {
      EventStream.follow(routing, live.get(), from, heartbeat);
      return;
    }
    backend
        .scores()
        .find(id)
        .compose(score -> stored(id, score, from).compose(events -> replay(routing, score, events)))
        .onFailure(routing::fail);
  }

  /** Answers with the whole score; its row may come a moment after its first event. */
  static Future<Void> answer(
      RoutingContext routing, Backend backend, ScoreId id, List<Numbered> events) {
    return row(routing.vertx(), backend, id, TRIES)
        .compose(
            score ->
                routing
                    .vertx()
                    .executeBlocking(() -> ScoreJson.whole(score, events), false)
                    .compose(json -> JsonAnswer.send(routing, 200, json)));
  }

  private static Future<StoredScore> row(Vertx vertx, Backend backend, ScoreId id, int tries) {
    return backend
        .scores()
        .find(id)
        .compose(
            score -> {
              if (score.isPresent()) return Future.succeededFuture(score.get());
              if (tries == 0 || backend.scorer().running(id).isEmpty())
                return Future.failedFuture(unknown(id));
              return vertx
                  .timer(BETWEEN_TRIES_MILLIS)
                  .compose(_ -> row(vertx, backend, id, tries - 1));
            });
  }

  /** The stored events; a score that a crash ended without a word ends with one here. */
  private Future<List<Numbered>> stored(ScoreId id, Optional<StoredScore> score, int from) {
    if (score.isEmpty()) return Future.failedFuture(unknown(id));
    return backend
        .scores()
        .events(id, from)
        .map(
            events ->
                score.get().state() == StoredScore.State.FAILED ? withEnd(events, from) : events);
  }

  private static List<Numbered> withEnd(List<Numbered> events, int from) {
    if (events.isEmpty() && from > 0) return events;
    if (!events.isEmpty() && events.getLast().event().terminal()) return events;
    List<Numbered> ended = new ArrayList<>(events);
    int number = events.isEmpty() ? 0 : events.getLast().number() + 1;
    ended.add(
        new Numbered(
            number,
            new ScoreEvent.Failed(
                ErrorCode.STOPPING, "The server went down while this ran: send it again.")));
    return ended;
  }

  private Future<Void> replay(
      RoutingContext routing, Optional<StoredScore> score, List<Numbered> events) {
    boolean over = score.map(StoredScore::state).orElseThrow() != StoredScore.State.RUNNING;
    if (over && events.isEmpty()) return routing.response().setStatusCode(204).end();
    EventStream.replay(routing, events, heartbeat);
    return Future.succeededFuture();
  }

  private Future<Void> cancelled(Vertx vertx, ScoreId id) {
    Optional<LiveScore> running = backend.scorer().running(id);
    if (running.isEmpty()) return Future.succeededFuture();
    LiveScore live = running.get();
    Context context = vertx.getOrCreateContext();
    Promise<Void> ended = Promise.promise();
    Runnable check = () -> context.runOnContext(_ -> completeAtEnd(live, ended));
    LiveScore.Watch watch = live.watch(0, check);
    live.cancellation().cancel();
    check.run();
    return ended.future().onComplete(_ -> watch.close());
  }

  private static void completeAtEnd(LiveScore live, Promise<Void> ended) {
    if (live.ended()) ended.tryComplete();
  }

  private static int from(@Nullable String lastEventId) {
    return lastEventId == null ? 0 : Integer.parseInt(lastEventId) + 1;
  }

  private static ScoreId id(RoutingContext routing) {
    return ScoreId.parse(requireNonNull(routing.pathParam("id"), "id"));
  }

  private static Failure unknown(ScoreId id) {
    return new Failure(
        ErrorCode.NOT_FOUND, "No score has the id " + id + ": it may have been deleted.");
  }
}
