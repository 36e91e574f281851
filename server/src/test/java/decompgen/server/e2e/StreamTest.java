package decompgen.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Events leave as soon as they exist, with the real models. */
@Tag("native")
@ExtendWith(WithServer.class)
class StreamTest {
  @Test
  void firstJudged_textToBeRead_leavesBeforeTheReaderIsDone(Served served) throws IOException {
    Client client = served.client();
    double read = client.metric("decompgen_lane_run_seconds_count", "reader");
    String page = client.put(Photos.page());
    try (Client.Events events = client.stream(page, "A sign reads \"SLOWLY\". There is a dog.")) {
      JsonObject first = events.until("judged");

      assertThat(first.getString("expert")).isEqualTo("detector");
      assertThat(client.metric("decompgen_lane_run_seconds_count", "reader")).isEqualTo(read);
      assertThat(events.untilJudgedBy("reader")).isNotNull();
      assertThat(events.until("completed")).isNotNull();
    }
    assertThat(client.metric("decompgen_lane_run_seconds_count", "reader")).isEqualTo(read + 1);
  }
}
