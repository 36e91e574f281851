package decompgen.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A stop lets running work end and takes on no more. */
@Tag("native")
@ExtendWith(WithServer.class)
class StopTest {
  @Test
  void terminate_whileAStreamRuns_streamEndsWellAndNewWorkIsRefused(Served served)
      throws IOException {
    Client client = served.client();
    String page = client.put(Photos.page());
    String id;
    try (Client.Events events = client.stream(page, "A sign reads \"SLOWLY\".")) {
      id = events.until("accepted").getString("scoreId");
      events.until("decomposed");

      served.stop();
      while (client.ready().statusCode() == 200) Thread.onSpinWait();
      HttpResponse<String> refused = client.score(page, "A dog.");

      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(new JsonObject(refused.body()).getString("code")).isEqualTo("STOPPING");
      assertThat(refused.headers().firstValue("retry-after")).isPresent();
      assertThat(events.until("completed")).isNotNull();
    }
    assertThat(served.exit()).isZero();

    served.revive();

    JsonObject stored = new JsonObject(served.client().stored(id).body());
    assertThat(stored.getString("state")).isEqualTo("completed");
  }
}
