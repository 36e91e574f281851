package decompgen.server.http;

import decompgen.domain.error.Failure;
import decompgen.domain.score.ScoreEvent;
import decompgen.verticles.event.Numbered;
import decompgen.verticles.scoring.LiveScore;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Handlers that begin scores: score and streamScore. */
final class NewScores {
  private final Backend backend;
  private final ScoreIntake intake;
  private final Held held;
  private final Duration heartbeat;

  NewScores(Backend backend, ScoreIntake intake, Held held, Duration heartbeat) {
    this.backend = backend;
    this.intake = intake;
    this.held = held;
    this.heartbeat = heartbeat;
  }

  void score(RoutingContext routing) {
    boolean detached = prefersAsync(routing.request().getHeader("prefer"));
    begin(routing, detached)
        .compose(live -> detached ? takenOn(routing, live) : whole(routing, live))
        .onFailure(routing::fail);
  }

  void stream(RoutingContext routing) {
    begin(routing, false)
        .onSuccess(live -> EventStream.follow(routing, live, 0, heartbeat))
        .onFailure(routing::fail);
  }

  private Future<LiveScore> begin(RoutingContext routing, boolean detached) {
    Held.Share share = held.share();
    routing.addEndHandler(_ -> share.release());
    return intake
        .read(routing, share, detached)
        .compose(backend.scorer()::score)
        .onComplete(_ -> share.release());
  }

  private static boolean prefersAsync(@Nullable String prefer) {
    return prefer != null
        && Arrays.stream(prefer.split("[,;]"))
            .anyMatch(word -> word.strip().equalsIgnoreCase("respond-async"));
  }

  private static Future<Void> takenOn(RoutingContext routing, LiveScore live) {
    String place = "/v1/scores/" + live.id();
    return routing
        .response()
        .setStatusCode(202)
        .putHeader("location", place)
        .putHeader("preference-applied", "respond-async")
        .putHeader("content-type", "application/json")
        .end(
            new JsonObject()
                .put("id", live.id().toString())
                .put("state", "running")
                .put("events", place + "/events")
                .toBuffer());
  }

  private Future<Void> whole(RoutingContext routing, LiveScore live) {
    return ended(routing, live)
        .compose(events -> good(routing, events))
        .compose(events -> StoredScores.answer(routing, backend, live.id(), events));
  }

  /** All events, when the last one is there; a client that leaves before ends the watch. */
  private static Future<List<Numbered>> ended(RoutingContext routing, LiveScore live) {
    Context context = routing.vertx().getOrCreateContext();
    Promise<List<Numbered>> ended = Promise.promise();
    LiveScore.Watch watch =
        live.watch(
            0,
            () -> {
              if (live.ended()) context.runOnContext(_ -> ended.tryComplete(live.events()));
            });
    routing.addEndHandler(_ -> watch.close());
    if (routing.response().closed()) watch.close();
    if (live.ended()) ended.tryComplete(live.events());
    return ended.future();
  }

  private static Future<List<Numbered>> good(RoutingContext routing, List<Numbered> events) {
    events.forEach(numbered -> RequestLog.note(routing, numbered.event()));
    return events.getLast().event() instanceof ScoreEvent.Failed(var code, var detail)
        ? Future.failedFuture(new Failure(code, detail))
        : Future.succeededFuture(events);
  }
}
