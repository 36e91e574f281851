package decompgen.server.http;

import decompgen.verticles.event.Numbered;
import decompgen.verticles.scoring.LiveScore;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes events to one client as fast as that client reads: while its queue is full nothing is
 * taken from the source, so a slow reader holds up only itself.
 */
final class EventStream {
  private static final Buffer COMMENT = Buffer.buffer(":\n\n");

  private final RoutingContext routing;
  private final Context context;
  private final HttpServerResponse response;
  private final StreamFormat format;
  private final Supplier<Optional<Numbered>> source;
  private final boolean live;
  private final AtomicBoolean woken = new AtomicBoolean();
  private boolean waits;

  private EventStream(
      RoutingContext routing,
      boolean live,
      Function<Runnable, Supplier<Optional<Numbered>>> source) {
    this.routing = routing;
    this.context = routing.vertx().getOrCreateContext();
    this.response = routing.response();
    this.format = StreamFormat.wanted(routing);
    this.live = live;
    this.source = source.apply(this::wake);
  }

  /** Streams a running score from that number on; the end of the connection ends the watch. */
  static void follow(RoutingContext routing, LiveScore score, int from, Duration heartbeat) {
    new EventStream(routing, true, more -> watch(routing, score.watch(from, more))).open(heartbeat);
  }

  /** Streams events that are all there. */
  static void replay(RoutingContext routing, List<Numbered> events, Duration heartbeat) {
    Iterator<Numbered> rest = events.iterator();
    new EventStream(
            routing, false, _ -> () -> rest.hasNext() ? Optional.of(rest.next()) : Optional.empty())
        .open(heartbeat);
  }

  private static Supplier<Optional<Numbered>> watch(RoutingContext routing, LiveScore.Watch watch) {
    routing.addEndHandler(_ -> watch.close());
    if (routing.response().closed()) watch.close();
    return watch::next;
  }

  /** Sends the head, so that the client sees at once that all is well. */
  private void open(Duration heartbeat) {
    if (over()) return;
    response
        .setChunked(true)
        .putHeader("content-type", format.mediaType())
        .putHeader("cache-control", "no-store")
        .putHeader("x-accel-buffering", "no")
        .writeHead();
    if (format == StreamFormat.SSE) beat(heartbeat);
    wake();
  }

  private void beat(Duration heartbeat) {
    long timer = routing.vertx().setPeriodic(heartbeat.toMillis(), _ -> comment());
    routing.addEndHandler(_ -> routing.vertx().cancelTimer(timer));
  }

  private void comment() {
    if (!over() && !response.writeQueueFull()) response.write(COMMENT);
  }

  /** The source may have something new; called in any thread. */
  private void wake() {
    if (woken.compareAndSet(false, true)) context.runOnContext(_ -> pump());
  }

  private void pump() {
    woken.set(false);
    if (waits || over()) return;
    while (!response.writeQueueFull()) {
      Optional<Numbered> next = source.get();
      if (next.isEmpty()) {
        if (!live) response.end();
        return;
      }
      response.write(format.write(next.get()));
      RequestLog.note(routing, next.get().event());
      if (next.get().event().terminal()) {
        response.end();
        return;
      }
    }
    waits = true;
    response.drainHandler(_ -> drained());
  }

  private void drained() {
    waits = false;
    wake();
  }

  private boolean over() {
    return response.ended() || response.closed();
  }
}
