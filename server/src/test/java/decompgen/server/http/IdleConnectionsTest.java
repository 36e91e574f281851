package decompgen.server.http;

import static decompgen.server.http.ScoreErrorsTest.JPEG;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.score.ScoreEvent.Responded;
import decompgen.verticles.scoring.LiveScore;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections here may be idle for half a second. */
@Timeout(30)
final class IdleConnectionsTest {
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(IdleConnectionsTest::impatient);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private static HttpSettings impatient(HttpSettings usual) {
    return new HttpSettings(
        usual.endpoint(),
        usual.maxUploadBytes(),
        usual.maxTextBytes(),
        usual.maxHeldBytes(),
        usual.bodyTimeout(),
        Duration.ofMillis(500),
        usual.heartbeat(),
        usual.drain(),
        usual.corsOrigins());
  }

  @Test
  void connection_withoutARequest_isClosed() throws Exception {
    try (Socket socket = connected()) {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void stream_neverRead_isClosedAndItsScoreCancelled() throws Exception {
    CompletableFuture<LiveScore> begun = new CompletableFuture<>();
    server.scorer.script(begun::complete);
    try (Socket socket = connected()) {
      Multipart form = Multipart.of(JPEG, "A cat.");
      socket
          .getOutputStream()
          .write(
              ("POST /v1/scores/stream HTTP/1.1\r\nhost: localhost\r\ncontent-length: %d\r\ncontent-type: %s\r\n\r\n"
                      .formatted(form.bytes().length, form.contentType()))
                  .getBytes(US_ASCII));
      socket.getOutputStream().write(form.bytes());
      LiveScore live = begun.get(10, TimeUnit.SECONDS);
      CompletableFuture<Void> cancelled = new CompletableFuture<>();
      live.cancellation().onCancel(() -> cancelled.complete(null));
      // More than any buffer between the two holds.
      String text = "x".repeat(1 << 16);
      for (int i = 0; i < 500; i++) live.append(new Responded(0, text, null, null));
      cancelled.get(10, TimeUnit.SECONDS);
    }
  }

  private Socket connected() throws IOException {
    Socket socket = new Socket("localhost", URI.create(server.origin).getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }
}
