package decompgen.server.http;

import static java.util.concurrent.TimeUnit.SECONDS;

import decompgen.server.health.Endpoint;
import decompgen.server.health.Readiness;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** The main port on a free port of this machine, with a scripted scorer and a store in memory. */
public final class TestServer implements AutoCloseable {
  static final HttpSettings SMALL =
      new HttpSettings(
          new Endpoint("localhost", 0, "--port"),
          1 << 20,
          1 << 18,
          8L << 20,
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMillis(50),
          Duration.ofSeconds(1),
          List.of());

  final Vertx vertx = Vertx.vertx();
  final MemoryStore store = new MemoryStore();
  final ScriptedScorer scorer = new ScriptedScorer(store);
  final Readiness readiness = new Readiness();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final HttpClient client = HttpClient.newHttpClient();
  final String origin;

  TestServer(UnaryOperator<HttpSettings> settings) throws Exception {
    Contract contract = Contract.load(vertx).await(10, SECONDS);

    Backend backend = new Backend(scorer, store, store.imageStore(), readiness, meters);
    HttpVerticle verticle = HttpVerticle.instances(contract, settings.apply(SMALL), backend).get();
    vertx.deployVerticle(verticle).await(10, SECONDS);
    origin = "http://localhost:" + verticle.port();
  }

  TestServer() throws Exception {
    this(settings -> settings);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(origin + path)).timeout(Duration.ofSeconds(20));
  }

  HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> delete(String path) throws Exception {
    return client.send(request(path).DELETE().build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String type, byte[] body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        request(path).header("content-type", type).POST(BodyPublishers.ofByteArray(body));
    for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, Multipart form, String... headers) throws Exception {
    return post(path, form.contentType(), form.bytes(), headers);
  }

  @Override
  public void close() throws Exception {
    client.shutdownNow();
    vertx.close().await(10, SECONDS);
  }
}
