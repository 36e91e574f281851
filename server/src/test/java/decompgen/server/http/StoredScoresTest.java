package decompgen.server.http;

import static decompgen.server.http.ScoreErrorsTest.JPEG;
import static decompgen.server.http.ScoreErrorsTest.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.picture.PictureId;
import decompgen.domain.score.ScoreEvent.Failed;
import decompgen.domain.score.ScoreId;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class StoredScoresTest {
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
  void score_whole_isWhatGetScoreReturns() throws Exception {
    HttpResponse<String> scored = finished();
    JsonObject score = new JsonObject(scored.body());
    assertThat(score.getString("state")).isEqualTo("completed");
    assertThat(score.getString("image")).isEqualTo(PictureId.of(JPEG).value());
    assertThat(score.getString("created")).isEqualTo("2026-11-23T15:00:00Z");
    JsonObject response = score.getJsonArray("responses").getJsonObject(0);
    assertThat(response.getJsonObject("score").getDouble("trust")).isEqualTo(1.0);
    assertThat(server.get("/v1/scores/" + score.getString("id")).body()).isEqualTo(scored.body());
  }

  @Test
  void score_fails_isAProblem() throws Exception {
    server.scorer.script(
        live -> server.scorer.tell(live.id(), new Failed(ErrorCode.MODEL_FAILED, "No answer.")));
    assertProblem(
        server.post("/v1/scores", Multipart.of(JPEG, "A cat.")), ErrorCode.MODEL_FAILED, 500);
  }

  @Test
  void score_respondAsync_is202AndRunsOn() throws Exception {
    HttpResponse<String> taken =
        server.post("/v1/scores", Multipart.of(JPEG, "A cat."), "prefer", "wait=5, respond-async");
    assertThat(taken.statusCode()).isEqualTo(202);
    assertThat(taken.headers().firstValue("preference-applied")).contains("respond-async");
    ScoreId id = ScoreId.parse(new JsonObject(taken.body()).getString("id"));
    assertThat(taken.headers().firstValue("location")).contains("/v1/scores/" + id);
    assertThat(server.scorer.running(id).orElseThrow().cancellation().cancelled()).isFalse();

    Told.ofACat().subList(0, 2).forEach(event -> server.scorer.tell(id, event));
    JsonObject running = new JsonObject(server.get("/v1/scores/" + id).body());
    assertThat(running.getString("state")).isEqualTo("running");
    assertThat(running.getJsonArray("responses").getJsonObject(0).getJsonArray("claims"))
        .hasSize(1);
  }

  @Test
  void getScore_unknown_is404() throws Exception {
    assertProblem(server.get("/v1/scores/" + ScoreId.random()), ErrorCode.NOT_FOUND, 404);
  }

  @Test
  void getScore_noId_isRefused() throws Exception {
    assertProblem(server.get("/v1/scores/latest"), ErrorCode.REQUEST_INVALID, 400);
  }

  @Test
  void anyRead_lostDatabase_is503UntilItIsBack() throws Exception {
    ScoreId id = ScoreId.parse(new JsonObject(finished().body()).getString("id"));
    server.store.failure =
        new Failure(ErrorCode.DATABASE_UNAVAILABLE, "The database does not answer: wait.");
    for (String path :
        new String[] {
          "/v1/scores",
          "/v1/scores/" + id,
          "/v1/scores/" + id + "/events",
          "/v1/images/" + PictureId.of(JPEG)
        }) assertProblem(server.get(path), ErrorCode.DATABASE_UNAVAILABLE, 503);
    assertProblem(server.delete("/v1/scores/" + id), ErrorCode.DATABASE_UNAVAILABLE, 503);
    server.store.failure = null;
    assertThat(server.get("/v1/scores/" + id).statusCode()).isEqualTo(200);
  }

  @Test
  void anyRead_unexpectedFault_is500WithoutInsides() throws Exception {
    finished();
    server.store.failure = new Failure(ErrorCode.INTERNAL, "The index is broken.");
    HttpResponse<String> answer = server.get("/v1/scores");
    assertProblem(answer, ErrorCode.INTERNAL, 500);
    assertThat(answer.body()).doesNotContain("index");
  }

  @Test
  void listScores_limit_cutsThePage() throws Exception {
    finished();
    finished();
    JsonObject page = new JsonObject(server.get("/v1/scores?limit=1").body());
    assertThat(page.getJsonArray("scores")).hasSize(1);
    assertThat(page.getString("next")).isEqualTo("next-page");
    JsonObject all = new JsonObject(server.get("/v1/scores").body());
    assertThat(all.getJsonArray("scores")).hasSize(2);
    assertThat(all.getString("next")).isNull();
    JsonObject response =
        all.getJsonArray("scores").getJsonObject(0).getJsonArray("responses").getJsonObject(0);
    assertThat(response.getDouble("trust")).isEqualTo(1.0);
  }

  @Test
  void listScores_badLimit_isRefused() throws Exception {
    for (String limit : new String[] {"0", "201", "many"})
      assertProblem(server.get("/v1/scores?limit=" + limit), ErrorCode.REQUEST_INVALID, 400);
  }

  @Test
  void deleteScore_finished_isGone() throws Exception {
    String path = "/v1/scores/" + new JsonObject(finished().body()).getString("id");
    assertThat(server.delete(path).statusCode()).isEqualTo(204);
    assertProblem(server.delete(path), ErrorCode.NOT_FOUND, 404);
    assertProblem(server.get(path), ErrorCode.NOT_FOUND, 404);
  }

  @Test
  void deleteScore_running_isCancelledFirst() throws Exception {
    server.scorer.script(
        live ->
            live.cancellation()
                .onCancel(
                    () ->
                        server.scorer.tell(
                            live.id(), new Failed(ErrorCode.CANCELLED, "Cancelled."))));
    HttpResponse<String> taken =
        server.post("/v1/scores", Multipart.of(JPEG, "A cat."), "prefer", "respond-async");
    ScoreId id = ScoreId.parse(new JsonObject(taken.body()).getString("id"));
    assertThat(server.delete("/v1/scores/" + id).statusCode()).isEqualTo(204);
    assertThat(server.scorer.running).isEmpty();
    assertThat(server.store.rows).isEmpty();
  }

  @Test
  void images_comeBackAsTheyWerePut() throws Exception {
    HttpResponse<String> put = server.post("/v1/images", "image/jpeg", JPEG);
    assertThat(put.statusCode()).isEqualTo(201);
    String path = put.headers().firstValue("location").orElseThrow();
    assertThat(path).isEqualTo("/v1/images/" + PictureId.of(JPEG));
    HttpResponse<byte[]> got =
        server.client.send(server.request(path).build(), BodyHandlers.ofByteArray());
    assertThat(got.body()).isEqualTo(JPEG);
    assertThat(got.headers().firstValue("content-type")).contains("image/jpeg");
    assertThat(server.delete(path).statusCode()).isEqualTo(204);
    assertProblem(server.get(path), ErrorCode.NOT_FOUND, 404);
    assertProblem(server.delete(path), ErrorCode.NOT_FOUND, 404);
  }

  @Test
  void putImage_noImage_isRefused() throws Exception {
    assertProblem(
        server.post("/v1/images", "image/jpeg", "A cat.".getBytes(UTF_8)),
        ErrorCode.IMAGE_FORMAT_UNKNOWN,
        415);
    assertProblem(
        server.post("/v1/images", "image/jpeg", new byte[0]), ErrorCode.IMAGE_UNREADABLE, 400);
    assertProblem(server.post("/v1/images", "text/plain", JPEG), ErrorCode.REQUEST_INVALID, 400);
  }

  @Test
  void getImage_badId_isRefused() throws Exception {
    assertProblem(server.get("/v1/images/cat.jpg"), ErrorCode.REQUEST_INVALID, 400);
  }

  private HttpResponse<String> finished() throws Exception {
    server.scorer.script(live -> Told.ofACat().forEach(e -> server.scorer.tell(live.id(), e)));
    HttpResponse<String> answer = server.post("/v1/scores", Multipart.of(JPEG, "A cat."));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer;
  }
}
