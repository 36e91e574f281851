package decompgen.server.health;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ManagementVerticleTest {
  private final Vertx vertx = Vertx.vertx();
  private final Readiness readiness = new Readiness();
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final HttpClient client = HttpClient.newHttpClient();
  private final ManagementVerticle verticle = on(0);

  @BeforeEach
  void start() throws Exception {
    vertx.deployVerticle(verticle).await(10, SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    client.shutdownNow();
    vertx.close().await(10, SECONDS);
  }

  @Test
  void live_always_is200() throws Exception {
    readiness.missing("models", "loading the detector");
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void ready_somethingMissing_is503AndSaysWhat() throws Exception {
    readiness.missing("models", "loading the detector");
    readiness.missing("database", "starting");
    HttpResponse<String> answer = get("/health/ready");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(new JsonObject(answer.body()))
        .isEqualTo(
            new JsonObject()
                .put("status", "DOWN")
                .put(
                    "missing",
                    new JsonObject()
                        .put("database", "starting")
                        .put("models", "loading the detector")));
  }

  @Test
  void ready_allPresent_is200() throws Exception {
    readiness.missing("models", "loading");
    readiness.present("models");
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(readiness.ready()).isTrue();
  }

  @Test
  void ready_stopping_is503() throws Exception {
    readiness.stop();
    HttpResponse<String> answer = get("/health/ready");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("stopping");
  }

  @Test
  void metrics_counted_areInPrometheusText() throws Exception {
    meters.counter("decompgen.claims", "aspect", "object").increment(3);
    HttpResponse<String> answer = get("/metrics");
    assertThat(answer.headers().firstValue("content-type").orElseThrow())
        .startsWith("text/plain; version=0.0.4");
    assertThat(answer.body()).contains("decompgen_claims_total{aspect=\"object\"} 3.0");
  }

  @Test
  void anythingElse_is404() throws Exception {
    assertThat(get("/v1/scores").statusCode()).isEqualTo(404);
  }

  @Test
  void start_portTaken_saysWhichAndHowToChange() {
    Vertx other = Vertx.vertx();
    try {
      assertThatThrownBy(() -> other.deployVerticle(on(verticle.port())).await(10, SECONDS))
          .isInstanceOfSatisfying(
              Failure.class,
              failure -> {
                assertThat(failure.code()).isEqualTo(ErrorCode.PORT_TAKEN);
                assertThat(failure.detail())
                    .contains(String.valueOf(verticle.port()), "--management-port");
              });
    } finally {
      other.close();
    }
  }

  @Test
  void connection_idle_isClosed() throws Exception {
    try (Socket socket = new Socket("localhost", verticle.port())) {
      socket.setSoTimeout(10_000);
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  /** Connections may be idle for half a second. */
  private ManagementVerticle on(int port) {
    Endpoint endpoint = new Endpoint("localhost", port, "--management-port");
    return new ManagementVerticle(endpoint, Duration.ofMillis(500), readiness, meters);
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://localhost:" + verticle.port() + path);
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
