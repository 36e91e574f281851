package decompgen.server.http;

import static decompgen.server.http.ScoreErrorsTest.JPEG;
import static decompgen.server.http.ScoreErrorsTest.assertProblem;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.ScoreEvent.Failed;
import decompgen.domain.score.ScoreEvent.Responded;
import decompgen.domain.score.ScoreId;
import decompgen.verticles.event.EventJson;
import decompgen.verticles.scoring.LiveScore;
import decompgen.verticles.store.StoredScore;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class StreamTest {
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void streamScore_events_leaveAsTheyHappen() throws Exception {
    BufferedReader lines = open("/v1/scores/stream", "application/x-ndjson");
    ScoreId id = accepted(EventJson.read(lines.readLine()));
    for (ScoreEvent event : Told.ofACat()) {
      server.scorer.tell(id, event);
      assertThat(EventJson.read(lines.readLine())).isEqualTo(event);
    }
    assertThat(lines.readLine()).isNull();
  }

  @Test
  void streamScore_byDefault_isServerSentEvents() throws Exception {
    server.scorer.script(live -> Told.ofACat().forEach(e -> server.scorer.tell(live.id(), e)));
    HttpResponse<String> answer =
        server.post("/v1/scores/stream", Multipart.of(JPEG, "A cat."), "accept", "*/*");
    assertThat(answer.headers().firstValue("content-type")).contains("text/event-stream");
    List<String> blocks = List.of(answer.body().split("\n\n"));
    assertThat(blocks).hasSize(7);
    assertThat(blocks.getFirst()).startsWith("id: 0\nevent: accepted\ndata: {\"event\":");
    assertThat(blocks.getLast())
        .isEqualTo("id: 6\nevent: completed\ndata: " + EventJson.write(Told.ofACat().getLast()));
  }

  @Test
  void streamScore_failsLater_isAnEventNotAStatus() throws Exception {
    Failed failed = new Failed(ErrorCode.DATABASE_UNAVAILABLE, "Send it again in a moment.");
    server.scorer.script(live -> server.scorer.tell(live.id(), failed));
    HttpResponse<String> answer =
        server.post(
            "/v1/scores/stream", Multipart.of(JPEG, "A cat."), "accept", "application/x-ndjson");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().lines().reduce((_, last) -> last)).contains(EventJson.write(failed));
  }

  @Test
  void streamScore_quiet_sendsComments() throws Exception {
    BufferedReader lines = open("/v1/scores/stream", "text/event-stream");
    for (int i = 0; i < 4; i++) lines.readLine();
    assertThat(lines.readLine()).isEqualTo(":");
    assertThat(lines.readLine()).isEmpty();
    assertThat(lines.readLine()).isEqualTo(":");
  }

  @Test
  void streamScore_clientLeaves_scoreIsCancelled() throws Exception {
    CompletableFuture<Void> cancelled = new CompletableFuture<>();
    server.scorer.script(live -> live.cancellation().onCancel(() -> cancelled.complete(null)));
    BufferedReader lines = open("/v1/scores/stream", "text/event-stream");
    assertThat(lines.readLine()).isEqualTo("id: 0");
    lines.close();
    cancelled.get(5, SECONDS);
  }

  @Test
  void score_clientLeaves_scoreIsCancelled() throws Exception {
    CompletableFuture<Void> cancelled = new CompletableFuture<>();
    CompletableFuture<Void> began = new CompletableFuture<>();
    server.scorer.script(
        live -> {
          live.cancellation().onCancel(() -> cancelled.complete(null));
          began.complete(null);
        });
    CompletableFuture<HttpResponse<String>> answer =
        server.client.sendAsync(form("/v1/scores").build(), BodyHandlers.ofString());
    began.get(5, SECONDS);
    answer.cancel(true);
    cancelled.get(5, SECONDS);
  }

  @Test
  void streamScore_slowReader_holdsUpOnlyItself() throws Exception {
    InputStream slow = body("/v1/scores/stream", "application/x-ndjson");
    ScoreId id = server.scorer.requests.take().id();
    LiveScore live = server.scorer.running(id).orElseThrow();
    // 32 MB: far more than sockets and queues hold, so the slow stream must be waiting
    String text = "x".repeat(1 << 16);
    for (int i = 0; i < 500; i++) live.append(new Responded(0, text, null, null));
    BufferedReader fast = reader(watch(id, "application/x-ndjson"));
    for (int i = 0; i < 501; i++) assertThat(fast.readLine()).isNotNull();
    server.scorer.tell(id, Told.ofACat().getLast());
    assertThat(fast.readLine()).contains("completed");
    assertThat(reader(slow).lines().count()).isEqualTo(502);
  }

  @Test
  void watchScore_lastEventId_resumesAfterIt() throws Exception {
    ScoreId id = finished();
    HttpResponse<String> answer = watchAfter(id, "3");
    assertThat(ids(answer.body())).isEqualTo("4 5 6");
  }

  @Test
  void watchScore_live_resumesAfterIt() throws Exception {
    BufferedReader first = open("/v1/scores/stream", "application/x-ndjson");
    ScoreId id = accepted(EventJson.read(first.readLine()));
    Told.ofACat().subList(0, 3).forEach(event -> server.scorer.tell(id, event));
    InputStream second =
        server
            .client
            .send(
                server
                    .request("/v1/scores/" + id + "/events")
                    .header("last-event-id", "2")
                    .header("accept", "text/event-stream")
                    .build(),
                BodyHandlers.ofInputStream())
            .body();
    assertThat(reader(second).readLine()).isEqualTo("id: 3");
  }

  @Test
  void watchScore_finished_replaysAll() throws Exception {
    assertThat(ids(server.get("/v1/scores/" + finished() + "/events").body()))
        .isEqualTo("0 1 2 3 4 5 6");
  }

  @Test
  void watchScore_nothingMoreToCome_is204() throws Exception {
    assertThat(watchAfter(finished(), "6").statusCode()).isEqualTo(204);
  }

  @Test
  void watchScore_badLastEventId_isRefused() throws Exception {
    assertProblem(watchAfter(ScoreId.random(), "x"), ErrorCode.REQUEST_INVALID, 400);
    assertProblem(watchAfter(ScoreId.random(), "-1"), ErrorCode.REQUEST_INVALID, 400);
    assertProblem(watchAfter(finished(), "2147483647"), ErrorCode.REQUEST_INVALID, 400);
    assertProblem(watchAfter(finished(), "99999999999"), ErrorCode.REQUEST_INVALID, 400);
  }

  @Test
  void watchScore_unknown_is404() throws Exception {
    assertProblem(watchAfter(ScoreId.random(), "0"), ErrorCode.NOT_FOUND, 404);
  }

  @Test
  void watchScore_endedByACrash_endsWithFailed() throws Exception {
    ScoreId id = finished();
    server.store.events.computeIfPresent(id, (_, told) -> told.subList(0, 3));
    server.store.set(id, StoredScore.State.FAILED);
    HttpResponse<String> answer = server.get("/v1/scores/" + id + "/events");
    assertThat(ids(answer.body())).isEqualTo("0 1 2 3");
    assertThat(answer.body()).contains("\"code\":\"STOPPING\"");
  }

  private ScoreId finished() throws Exception {
    server.scorer.script(live -> Told.ofACat().forEach(e -> server.scorer.tell(live.id(), e)));
    HttpResponse<String> answer = server.post("/v1/scores", Multipart.of(JPEG, "A cat."));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return ScoreId.parse(new JsonObject(answer.body()).getString("id"));
  }

  private HttpResponse<String> watchAfter(ScoreId id, String lastEventId) throws Exception {
    return server.client.send(
        server.request("/v1/scores/" + id + "/events").header("last-event-id", lastEventId).build(),
        BodyHandlers.ofString());
  }

  private InputStream watch(ScoreId id, String accept) throws Exception {
    HttpRequest request =
        server.request("/v1/scores/" + id + "/events").header("accept", accept).build();
    return server.client.send(request, BodyHandlers.ofInputStream()).body();
  }

  private HttpRequest.Builder form(String path) {
    Multipart form = Multipart.of(JPEG, "A cat.");
    return server
        .request(path)
        .header("content-type", form.contentType())
        .POST(BodyPublishers.ofByteArray(form.bytes()));
  }

  private InputStream body(String path, String accept) throws Exception {
    HttpRequest request = form(path).header("accept", accept).build();
    return server.client.send(request, BodyHandlers.ofInputStream()).body();
  }

  private BufferedReader open(String path, String accept) throws Exception {
    return reader(body(path, accept));
  }

  private static BufferedReader reader(InputStream body) {
    return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  private static ScoreId accepted(ScoreEvent event) {
    return ((ScoreEvent.Accepted) event).scoreId();
  }

  private static String ids(String events) {
    return events
        .lines()
        .filter(line -> line.startsWith("id: "))
        .map(line -> line.substring("id: ".length()))
        .collect(Collectors.joining(" "));
  }
}
