package decompgen.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.verticles.event.ErrorStatus;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ScoreErrorsTest {
  static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3};
  private static final String IMAGE = "sha256:" + "0".repeat(64);

  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"image\":\"IMAGE\",\"reponses\":[\"A cat.\"],\"responses\":[\"A cat.\"]} | Unknown field \"reponses\"",
        "{\"image\":\"IMAGE\"} | The field \"responses\" is missing",
        "{\"image\":\"IMAGE\",\"responses\":[]} | responses",
        "{\"image\":\"IMAGE\",\"responses\":\"A cat.\"} | responses",
        "{\"image\":\"IMAGE\",\"responses\":[7]} | responses[0]",
        "{\"image\":\"photo.jpg\",\"responses\":[\"A cat.\"]} | image",
        "{\"image\":7,\"responses\":[\"A cat.\"]} | image",
        "{\"image\":\"IMAGE\",\"question\":7,\"responses\":[\"A cat.\"]} | question",
        "[] | object",
        "null | object",
        "7 | object",
        "{ | not JSON",
        "'' | not JSON",
      })
  void score_badJson_namesTheField(String body, String names) throws Exception {
    HttpResponse<String> answer =
        server.post("/v1/scores", "application/json", body.replace("IMAGE", IMAGE).getBytes(UTF_8));
    assertProblem(answer, ErrorCode.REQUEST_INVALID, 400);
    assertThat(detail(answer)).contains(names);
    assertThat(server.scorer.requests).isEmpty();
  }

  @Test
  void score_blankResponse_isRefused() throws Exception {
    HttpResponse<String> answer =
        server.post("/v1/scores", Multipart.of(JPEG, "A cat.").field("response", " \n"));
    assertProblem(answer, ErrorCode.RESPONSE_EMPTY, 400);
    assertThat(detail(answer)).startsWith("Response 1 has no text");
    assertThat(server.scorer.requests).isEmpty();
  }

  @Test
  void score_unknownFormField_isNamed() throws Exception {
    HttpResponse<String> answer =
        server.post("/v1/scores/stream", Multipart.of(JPEG, "A cat.").field("reponse", "A dog."));
    assertProblem(answer, ErrorCode.REQUEST_INVALID, 400);
    assertThat(detail(answer))
        .isEqualTo("Unknown field \"reponse\": the fields are image, question, response.");
  }

  @Test
  void score_formWithoutImage_saysSo() throws Exception {
    HttpResponse<String> answer =
        server.post("/v1/scores", new Multipart().field("response", "A cat."));
    assertProblem(answer, ErrorCode.REQUEST_INVALID, 400);
    assertThat(detail(answer)).startsWith("The field \"image\" is missing.");
  }

  @Test
  void score_formWithoutResponse_saysSo() throws Exception {
    HttpResponse<String> answer = server.post("/v1/scores", new Multipart().file("image", JPEG));
    assertProblem(answer, ErrorCode.REQUEST_INVALID, 400);
    assertThat(detail(answer)).startsWith("The field \"response\" is missing.");
  }

  @Test
  void score_imageAsText_saysHow() throws Exception {
    HttpResponse<String> answer =
        server.post(
            "/v1/scores", new Multipart().field("image", "photo.jpg").field("response", "A cat."));
    assertProblem(answer, ErrorCode.REQUEST_INVALID, 400);
    assertThat(detail(answer)).contains("as a file");
  }

  @Test
  void score_partTwice_isRefused() throws Exception {
    HttpResponse<String> twoImages =
        server.post("/v1/scores", Multipart.of(JPEG, "A cat.").file("image", JPEG));
    assertProblem(twoImages, ErrorCode.REQUEST_INVALID, 400);
    HttpResponse<String> twoQuestions =
        server.post(
            "/v1/scores",
            Multipart.of(JPEG, "A cat.").field("question", "What?").field("question", "Who?"));
    assertProblem(twoQuestions, ErrorCode.REQUEST_INVALID, 400);
  }

  @Test
  void score_emptyImage_isUnreadable() throws Exception {
    assertProblem(
        server.post("/v1/scores", Multipart.of(new byte[0], "A cat.")),
        ErrorCode.IMAGE_UNREADABLE,
        400);
  }

  @Test
  void score_wrongMediaType_saysWhatToSend() throws Exception {
    HttpResponse<String> answer = server.post("/v1/scores", "text/plain", "A cat.".getBytes(UTF_8));
    assertProblem(answer, ErrorCode.REQUEST_INVALID, 400);
    assertThat(detail(answer)).contains("text/plain", "multipart/form-data");
  }

  @Test
  void score_formCutOff_isRefused() throws Exception {
    byte[] form = Multipart.of(new byte[1000], "A cat.").bytes();
    HttpResponse<String> answer =
        server.post("/v1/scores", new Multipart().contentType(), Arrays.copyOf(form, 500));
    assertProblem(answer, ErrorCode.REQUEST_INVALID, 400);
  }

  @ParameterizedTest
  @EnumSource
  void score_refusedByTheScorer_hasTheStatusOfItsCode(ErrorCode code) throws Exception {
    server.scorer.refuse(new Failure(code, "Try something else."));
    for (String path : new String[] {"/v1/scores", "/v1/scores/stream"}) {
      HttpResponse<String> answer = server.post(path, Multipart.of(JPEG, "A cat."));
      assertProblem(answer, code, ErrorStatus.of(code));
      if (code == ErrorCode.INTERNAL) assertThat(detail(answer)).startsWith("The server's log has");
      else assertThat(detail(answer)).isEqualTo("Try something else.");
    }
  }

  @Test
  void score_stopping_is503() throws Exception {
    server.readiness.stop();
    assertProblem(server.post("/v1/scores", Multipart.of(JPEG, "A cat.")), ErrorCode.STOPPING, 503);
  }

  @Test
  void anyRequest_unknownPath_is404() throws Exception {
    assertProblem(server.get("/v1/nothing"), ErrorCode.NOT_FOUND, 404);
    assertProblem(server.delete("/v1/scores"), ErrorCode.NOT_FOUND, 404);
  }

  @Test
  void anyRequest_ownRequestId_comesBack() throws Exception {
    HttpResponse<String> answer =
        server.post("/v1/scores", "text/plain", JPEG, "x-request-id", "mine-7");
    assertThat(new JsonObject(answer.body()).getString("requestId")).isEqualTo("mine-7");
    HttpResponse<String> bent =
        server.post("/v1/scores", "text/plain", JPEG, "x-request-id", "a b\"c");
    assertThat(bent.headers().firstValue("x-request-id").orElseThrow()).matches("[0-9a-z]+");
  }

  static void assertProblem(HttpResponse<String> answer, ErrorCode code, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    JsonObject problem = new JsonObject(answer.body());
    assertThat(problem.getString("code")).isEqualTo(code.name());
    assertThat(problem.getInteger("status")).isEqualTo(status);
    assertThat(problem.getString("title")).isEqualTo(code.title());
    assertThat(problem.getString("requestId"))
        .isEqualTo(answer.headers().firstValue("x-request-id").orElseThrow());
    if (status == 429 || status == 503)
      assertThat(answer.headers().firstValueAsLong("retry-after").orElseThrow()).isPositive();
  }

  static String detail(HttpResponse<String> answer) {
    return new JsonObject(answer.body()).getString("detail");
  }
}
