package decompgen.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who balances load is told when a server has lost its database, and when it has it again. */
@Tag("native")
@ExtendWith(WithServer.class)
class ReadyTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void ready_databaseThatFallsSilent_isDownUntilItAnswers(Served served) throws Exception {
    Client client = served.client();
    assertThat(awaitReady(client, 200).body()).contains("UP");
    served.signalPostgres("STOP");
    try {
      JsonObject down = new JsonObject(awaitReady(client, 503).body());
      assertThat(down.getString("status")).isEqualTo("DOWN");
      assertThat(down.getJsonObject("missing").fieldNames()).containsExactly("database");
    } finally {
      served.signalPostgres("CONT");
    }
    assertThat(awaitReady(client, 200).body()).contains("UP");
  }

  private static HttpResponse<String> awaitReady(Client client, int status) throws IOException {
    HttpResponse<String> ready = client.ready();
    for (long began = System.nanoTime();
        ready.statusCode() != status && System.nanoTime() - began < PATIENCE.toNanos(); )
      ready = client.ready();
    assertThat(ready.statusCode()).isEqualTo(status);
    return ready;
  }
}
