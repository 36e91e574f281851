package decompgen.server.http;

import static decompgen.server.http.ScoreErrorsTest.JPEG;
import static decompgen.server.http.ScoreErrorsTest.assertProblem;
import static decompgen.server.http.ScoreErrorsTest.detail;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.picture.PictureId;
import decompgen.verticles.scoring.ScoreRequest;
import decompgen.verticles.scoring.ScoreRequest.Image;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** Limits here: 1 MiB an image, 256 KiB of text. */
final class UploadLimitsTest {
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  /** Of 8 MiB held in all, 7 wait for a client that does not read. */
  @Test
  @Timeout(60)
  void getImage_clientThatDoesNotRead_holdsItsBytesUntilItLeaves() throws Exception {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    ((Logger) LoggerFactory.getLogger(Problem.class)).addAppender(log);
    byte[] large = new byte[7 << 20];
    System.arraycopy(ScoreErrorsTest.JPEG, 0, large, 0, ScoreErrorsTest.JPEG.length);
    PictureId id = PictureId.of(large);
    server.store.images.put(id, large);
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(4096);
      socket.connect(new InetSocketAddress("localhost", URI.create(server.origin).getPort()));
      String ask = "GET /v1/images/" + id + " HTTP/1.1\r\nhost: localhost\r\n\r\n";
      socket.getOutputStream().write(ask.getBytes(US_ASCII));
      assertThat(socket.getInputStream().read()).isEqualTo('H');

      assertProblem(server.get("/v1/images/" + id), ErrorCode.OVERLOADED, 429);
    }
    while (server.get("/v1/images/" + id).statusCode() != 200) Thread.onSpinWait();
    assertThat(log.list).isEmpty();
  }

  @Test
  void score_lengthBeyondTheLimit_isRefusedBeforeTheBodyComes() throws Exception {
    try (Socket socket = new Socket("localhost", URI.create(server.origin).getPort())) {
      socket
          .getOutputStream()
          .write(
              ("POST /v1/scores HTTP/1.1\r\nhost: localhost\r\ncontent-length: 99999999\r\n"
                      + "content-type: multipart/form-data; boundary=x\r\n\r\n")
                  .getBytes(US_ASCII));
      var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      assertThat(answer.readLine()).isEqualTo("HTTP/1.1 413 Request Entity Too Large");
      assertThat(answer.lines().anyMatch(line -> line.contains("IMAGE_TOO_LARGE"))).isTrue();
    }
  }

  @Test
  void score_chunkedFormBeyondTheLimit_isCutOff() throws Exception {
    Multipart form = Multipart.of(new byte[3 << 20], "A cat.");
    HttpResponse<String> answer =
        server.client.send(
            server
                .request("/v1/scores")
                .header("content-type", form.contentType())
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form.bytes())))
                .build(),
            BodyHandlers.ofString());
    assertProblem(answer, ErrorCode.IMAGE_TOO_LARGE, 413);
    assertThat(detail(answer)).contains("1 MiB");
  }

  @Test
  void score_fileBeyondTheLimitOfOneImage_isRefused() throws Exception {
    byte[] image = new byte[(1 << 20) + 1];
    assertProblem(
        server.post("/v1/scores", Multipart.of(image, "A cat.")), ErrorCode.IMAGE_TOO_LARGE, 413);
    assertThat(server.scorer.requests).isEmpty();
  }

  @Test
  void score_jsonBeyondTheLimit_isRefused() throws Exception {
    assertProblem(
        server.post("/v1/scores", "application/json", new byte[(1 << 18) + 1]),
        ErrorCode.RESPONSE_TOO_LONG,
        413);
  }

  @Test
  void putImage_beyondTheLimit_isRefused() throws Exception {
    assertProblem(
        server.post("/v1/images", "image/jpeg", new byte[(1 << 20) + 1]),
        ErrorCode.IMAGE_TOO_LARGE,
        413);
  }

  @Test
  void score_largestForm_arrivesWhole() throws Exception {
    byte[] image = new byte[1 << 20];
    for (int i = 0; i < image.length; i++) image[i] = (byte) (i * 31);
    String response = "Ein süßer Hund 🐕. ".repeat(5000);
    server.scorer.script(live -> live.cancellation().cancel());
    server.post(
        "/v1/scores",
        Multipart.of(image, response).field("response", "A dog.").field("question", "What?"),
        "prefer",
        "respond-async");
    ScoreRequest request = server.scorer.requests.remove();
    assertThat(request.responses()).isEqualTo(List.of(response, "A dog."));
    assertThat(request.question()).isEqualTo("What?");
    assertThat(((Image.Uploaded) request.image()).bytes()).isEqualTo(image);
    assertThat(request.detached()).isTrue();
  }

  @Test
  void score_json_namesAStoredImage() throws Exception {
    PictureId id = PictureId.of(JPEG);
    JsonObject body =
        new JsonObject().put("image", id.value()).put("responses", new JsonArray().add("A cat."));
    server.post(
        "/v1/scores", "application/json", body.toBuffer().getBytes(), "prefer", "respond-async");
    ScoreRequest request = server.scorer.requests.remove();
    assertThat(request.image()).isEqualTo(new Image.Stored(id));
    assertThat(request.question()).isNull();
  }

  @Test
  void uploads_moreThanAllMayHold_areRefused() {
    Held held = new Held(10);
    Held.Share first = held.share();
    Held.Share second = held.share();
    assertThat(first.take(6)).isTrue();
    assertThat(second.take(5)).isFalse();
    first.release();
    first.release();
    assertThat(second.take(5)).isTrue();
    assertThat(held.bytes()).isEqualTo(5);
  }
}
