package decompgen.server.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Speaks HTTP with a server, the way any client would. */
final class Client {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;
  private final int managementPort;

  Client(int port, int managementPort) {
    this.port = port;
    this.managementPort = managementPort;
  }

  /** A stream of events; closing it drops the connection. */
  static final class Events implements AutoCloseable {
    private final InputStream body;
    private final BufferedReader lines;

    private Events(InputStream body) {
      this.body = body;
      this.lines = new BufferedReader(new InputStreamReader(body, UTF_8));
    }

    /** The next event, empty at the end of the stream; IOException when the connection breaks. */
    Optional<JsonObject> next() throws IOException {
      return Optional.ofNullable(lines.readLine()).map(JsonObject::new);
    }

    /** The next event of that name; the stream must have one. */
    JsonObject until(String name) throws IOException {
      while (true) {
        JsonObject event = next().orElseThrow(() -> new AssertionError("no " + name));
        if (event.getString("event").equals(name)) return event;
      }
    }

    /** The next verdict of that expert; the stream must have one. */
    JsonObject untilJudgedBy(String expert) throws IOException {
      JsonObject judged = until("judged");
      while (!judged.getString("expert").equals(expert)) judged = until("judged");
      return judged;
    }

    @Override
    public void close() throws IOException {
      body.close();
    }
  }

  /** Uploads an image; returns its id. */
  String put(byte[] image) throws IOException {
    HttpRequest request =
        request(port, "/v1/images")
            .header("content-type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(image))
            .build();
    return new JsonObject(send(request).body()).getString("id");
  }

  Events stream(String image, String response) throws IOException {
    HttpRequest request =
        scoring("/v1/scores/stream", image, response)
            .header("accept", "application/x-ndjson")
            .build();
    HttpResponse<InputStream> answer = send(request, BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200)
      throw new IOException("status " + answer.statusCode() + ": " + read(answer.body()));
    return new Events(answer.body());
  }

  /** The status and the problem or the score of a request that waits for the whole score. */
  HttpResponse<String> score(String image, String response) throws IOException {
    return send(scoring("/v1/scores", image, response).build());
  }

  /** Hands a score over with respond-async; returns its id, given with 202. */
  String handOver(String image, String response) throws IOException {
    HttpRequest request =
        scoring("/v1/scores", image, response).header("prefer", "respond-async").build();
    HttpResponse<String> answer = send(request);
    if (answer.statusCode() != 202) throw new IOException("status " + answer.statusCode());
    return new JsonObject(answer.body()).getString("id");
  }

  HttpResponse<String> stored(String score) throws IOException {
    return send(request(port, "/v1/scores/" + score).build());
  }

  /** Reads the events of a score to their end; returns the name of the last, empty without any. */
  String watchToEnd(String score) throws IOException {
    HttpRequest request =
        request(port, "/v1/scores/" + score + "/events")
            .header("accept", "application/x-ndjson")
            .build();
    HttpResponse<InputStream> answer = send(request, BodyHandlers.ofInputStream());
    String last = "";
    try (Events events = new Events(answer.body())) {
      if (answer.statusCode() != 200) return last;
      for (var event = events.next(); event.isPresent(); event = events.next())
        last = event.get().getString("event");
    }
    return last;
  }

  /** A figure of /metrics: {@code decompgen_lane_queue} of the lane; 0 when it is not there. */
  double metric(String name, String lane) throws IOException {
    String wanted = name + "{lane=\"" + lane + "\"} ";
    return send(request(managementPort, "/metrics").build())
        .body()
        .lines()
        .filter(line -> line.startsWith(wanted))
        .mapToDouble(line -> Double.parseDouble(line.substring(wanted.length())))
        .findFirst()
        .orElse(0);
  }

  HttpResponse<String> ready() throws IOException {
    return send(request(managementPort, "/health/ready").build());
  }

  private HttpRequest.Builder scoring(String path, String image, String response) {
    JsonObject body =
        new JsonObject().put("image", image).put("responses", new JsonArray().add(response));
    return request(port, path)
        .header("content-type", "application/json")
        .POST(BodyPublishers.ofString(body.encode()));
  }

  private static HttpRequest.Builder request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(PATIENCE);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    return send(request, BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
      throws IOException {
    try {
      return http.send(request, handler);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String read(InputStream body) {
    try (body) {
      return new String(body.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
