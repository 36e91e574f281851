package decompgen.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a client was told is kept, whatever is killed at whatever moment. */
@ExtendWith(WithServer.class)
class DurabilityTest {
  private static final int CLIENTS = 3;
  private static final long PATIENCE_NANOS = 30_000_000_000L;
  private static final int LATEST_KILL_MILLIS = 1_500;

  private enum Killed {
    SERVER,
    POSTMASTER,
    BOTH
  }

  private final Random random = new Random();

  @Test
  @Tag("native")
  void kill_atARandomMoment_everythingAcknowledgedIsThere(Served served) throws Exception {
    rounds(served, 3);
  }

  @Test
  @Tag("load")
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void kill_thirtyTimes_everythingAcknowledgedIsThere(Served served) throws Exception {
    rounds(served, 30);
  }

  private void rounds(Served served, int rounds) throws Exception {
    for (int round = 0; round < rounds; round++) {
      Killed killed = Killed.values()[round % Killed.values().length];
      List<Busy> clients = busyClients(served);
      Busy.letWork(clients, random.nextInt(LATEST_KILL_MILLIS));
      kill(served, killed);
      for (Busy client : clients) client.stop();
      served.revive();
      for (Busy client : clients) requireKept(served, client, "round " + round + ", " + killed);
    }
  }

  private static List<Busy> busyClients(Served served) {
    return IntStream.range(0, CLIENTS).mapToObj(number -> Busy.on(served, number)).toList();
  }

  private static void kill(Served served, Killed killed) {
    switch (killed) {
      case SERVER -> served.kill();
      case POSTMASTER -> served.killPostmaster();
      case BOTH -> {
        served.killPostmaster();
        served.kill();
      }
    }
  }

  private static void requireKept(Served served, Busy client, String when) throws IOException {
    assertThat(client.scored().size() + client.handedOver().size()).as(when).isPositive();
    for (String id : client.scored()) {
      JsonArray responses = stored(served, id, when).getJsonArray("responses");
      assertThat(responses.getJsonObject(0).getJsonObject("score"))
          .as(when + ": " + id)
          .isNotNull();
    }
    for (String id : client.handedOver())
      assertThat(last(served, id)).as(when + ": " + id).isEqualTo("completed");
  }

  /**
   * The name of the last event, once the score has been gone on with; a lost database takes a
   * while.
   */
  private static String last(Served served, String id) throws IOException {
    Client client = served.client();
    String last = client.watchToEnd(id);
    for (long began = System.nanoTime();
        !last.equals("completed") && System.nanoTime() - began < PATIENCE_NANOS; )
      last = client.watchToEnd(id);
    return last;
  }

  /** The score, asked for until the database is back. */
  private static JsonObject stored(Served served, String id, String when) throws IOException {
    Client client = served.client();
    var answer = client.stored(id);
    for (long began = System.nanoTime();
        answer.statusCode() == 503 && System.nanoTime() - began < PATIENCE_NANOS; )
      answer = client.stored(id);
    assertThat(answer.statusCode()).as(when + ": " + id).isEqualTo(200);
    return new JsonObject(answer.body());
  }
}
