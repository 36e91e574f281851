package decompgen.server.health;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The management port: {@code /health/live} (200 while the event loops turn), {@code /health/ready}
 * (200, or 503 with what is missing) and {@code /metrics} in Prometheus' text format.
 */
public final class ManagementVerticle extends VerticleBase {
  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final Endpoint endpoint;
  private final Duration idle;
  private final Readiness readiness;
  private final PrometheusMeterRegistry meters;
  private @Nullable HttpServer server;

  /**
   * @param idle after which a connection is closed on which nothing moves
   */
  public ManagementVerticle(
      Endpoint endpoint, Duration idle, Readiness readiness, PrometheusMeterRegistry meters) {
    this.endpoint = endpoint;
    this.idle = idle;
    this.readiness = readiness;
    this.meters = meters;
  }

  @Override
  public Future<?> start() {
    HttpServerOptions options =
        new HttpServerOptions()
            .setIdleTimeout(Math.toIntExact(idle.toMillis()))
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    return endpoint
        .listen(vertx.createHttpServer(options).requestHandler(this::answer))
        .onSuccess(listening -> server = listening);
  }

  /** The port that is listened on, 0 before the start. */
  public int port() {
    return server == null ? 0 : server.actualPort();
  }

  private void answer(HttpServerRequest request) {
    boolean asks = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    switch (asks ? String.valueOf(request.path()) : "") {
      case "/health/live" -> json(request, 200, new JsonObject().put("status", "UP"));
      case "/health/ready" -> ready(request);
      case "/metrics" -> metrics(request);
      default -> json(request, 404, new JsonObject().put("status", "NOT_FOUND"));
    }
  }

  private void ready(HttpServerRequest request) {
    Map<String, String> missing = readiness.missing();
    if (readiness.stopping()) missing.put("server", "stopping");
    JsonObject body = new JsonObject().put("status", missing.isEmpty() ? "UP" : "DOWN");
    if (!missing.isEmpty()) body.put("missing", new JsonObject(Map.copyOf(missing)));
    json(request, missing.isEmpty() ? 200 : 503, body);
  }

  /** Gauges may take locks, so the text is written off the event loop. */
  private void metrics(HttpServerRequest request) {
    vertx
        .executeBlocking(() -> meters.scrape(PROMETHEUS_TEXT), false)
        .onSuccess(text -> request.response().putHeader("content-type", PROMETHEUS_TEXT).end(text))
        .onFailure(
            thrown -> json(request, 500, new JsonObject().put("status", String.valueOf(thrown))));
  }

  private static void json(HttpServerRequest request, int status, JsonObject body) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("content-type", "application/json")
        .putHeader("cache-control", "no-store")
        .end(body.toBuffer());
  }
}
