package decompgen.server.cli;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.verticles.event.EventJson;
import decompgen.verticles.scoring.ScoreRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/** A score on a server that runs: the image is put first, then the events are read as they come. */
final class RemoteScore {
  private final String address;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

  RemoteScore(String address) {
    this.address = address;
  }

  void run(ScoreRequest request, EventListener listener) {
    try (client) {
      HttpResponse<Stream<String>> events =
          client.send(scoring(request, image(request)), BodyHandlers.ofLines());
      try (Stream<String> lines = events.body()) {
        if (events.statusCode() != 200) throw refused(String.join("\n", lines.toList()));
        lines.filter(line -> !line.isBlank()).map(EventJson::read).forEach(listener::hear);
      }
    } catch (IOException broken) {
      throw new Failure(
          ErrorCode.INTERNAL,
          "the server on %s does not answer (%s). Look whether it still runs; without one, score works by itself."
              .formatted(address, broken.getMessage()),
          broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failure(ErrorCode.CANCELLED, "interrupted", stopped);
    }
  }

  private String image(ScoreRequest request) throws IOException, InterruptedException {
    return switch (request.image()) {
      case ScoreRequest.Image.Stored(var id) -> id.value();
      case ScoreRequest.Image.Uploaded(var bytes) -> put(bytes);
    };
  }

  private String put(byte[] bytes) throws IOException, InterruptedException {
    HttpRequest put =
        request("/v1/images")
            .header("content-type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(bytes))
            .build();
    HttpResponse<String> answer = client.send(put, BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) throw refused(answer.body());
    return new JsonObject(answer.body()).getString("id");
  }

  private HttpRequest scoring(ScoreRequest request, String image) {
    JsonObject body =
        new JsonObject().put("image", image).put("responses", new JsonArray(request.responses()));
    if (request.question() != null) body.put("question", request.question());
    return request("/v1/scores/stream")
        .header("content-type", "application/json")
        .header("accept", "application/x-ndjson")
        .POST(BodyPublishers.ofString(body.encode()))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path));
  }

  /** The server's problem as the failure that it had. */
  private static Failure refused(String problem) {
    JsonObject told =
        problem.startsWith("{") ? new JsonObject(problem) : new JsonObject().put("detail", problem);
    String code = told.getString("code", "");
    ErrorCode known =
        Arrays.stream(ErrorCode.values())
            .filter(one -> one.name().equals(code))
            .findFirst()
            .orElse(ErrorCode.INTERNAL);
    return new Failure(known, told.getString("detail", "the server gave no reason"));
  }
}
