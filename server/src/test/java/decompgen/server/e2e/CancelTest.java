package decompgen.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client that leaves frees what it had asked for, and nothing that others wait for. */
@Tag("native")
@ExtendWith(WithServer.class)
class CancelTest {
  private static final String READING = "A sign reads \"SLOWLY\".";
  private static final Duration AT_ONCE = Duration.ofMillis(250);
  private static final int ATTEMPTS = 3;

  @Test
  void drop_whileTheReaderRuns_endsTheRunningCall(Served served) throws IOException {
    Client client = served.client();
    Duration took = Duration.ofDays(1);
    // Another program that takes the processor only makes it longer, so the best attempt counts.
    for (int i = 0; i < ATTEMPTS && took.compareTo(AT_ONCE) > 0; i++)
      took = shorter(took, dropWhileTheReaderRuns(client));
    assertThat(took).isLessThan(AT_ONCE);
  }

  private static Duration dropWhileTheReaderRuns(Client client) throws IOException {
    Reader reader = new Reader(client);
    Client.Events events = client.stream(client.put(Photos.page()), READING);
    reader.awaitRunning(1);
    double finished = reader.finished();
    long dropped = System.nanoTime();
    events.close();
    while (reader.finished() == finished) Thread.onSpinWait();
    Duration took = Duration.ofNanos(System.nanoTime() - dropped);
    assertThat(reader.cancelled()).isPositive();
    reader.awaitNoPlaceTaken();
    return took;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  @Test
  void drop_whileItsWorkIsQueued_emptiesTheQueueAndLeavesTheRunningCall(Served served)
      throws IOException {
    Client client = served.client();
    Reader reader = new Reader(client);
    String first = client.put(Photos.page());
    String second = client.put(Photos.page());
    try (Client.Events running = client.stream(first, READING)) {
      reader.awaitRunning(1);
      Client.Events waiting = client.stream(second, READING);
      reader.awaitQueued(1);

      long dropped = System.nanoTime();
      waiting.close();
      reader.awaitQueued(0);

      assertThat(Duration.ofNanos(System.nanoTime() - dropped)).isLessThan(AT_ONCE.multipliedBy(4));
      assertThat(running.until("completed")).isNotNull();
    }
  }

  @Test
  void drop_neighbourWithTheSamePicture_isUntouched(Served served) throws IOException {
    Client client = served.client();
    Reader reader = new Reader(client);
    String page = client.put(Photos.page());
    Client.Events leaver = client.stream(page, READING);
    reader.awaitRunning(1);
    double shared = reader.shared();
    double finished = reader.finished();
    try (Client.Events neighbour = client.stream(page, READING)) {
      reader.awaitShared(shared + 1);

      leaver.close();

      assertThat(neighbour.untilJudgedBy("reader")).isNotNull();
      assertThat(neighbour.until("completed")).isNotNull();
    }
    assertThat(reader.finished()).as("one call for both").isEqualTo(finished + 1);
  }

  /** The reader's lane as its metrics tell of it. */
  private record Reader(Client client) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    interface Condition {
      boolean holds() throws IOException;
    }

    double started() throws IOException {
      return metric("wait_seconds_count");
    }

    double finished() throws IOException {
      return metric("run_seconds_count");
    }

    double cancelled() throws IOException {
      return metric("cancelled_total");
    }

    double shared() throws IOException {
      return metric("shared_total");
    }

    void awaitRunning(int calls) throws IOException {
      await(() -> started() - finished() == calls);
    }

    void awaitQueued(int questions) throws IOException {
      await(() -> metric("queue") == questions);
    }

    void awaitShared(double questions) throws IOException {
      await(() -> shared() == questions);
    }

    void awaitNoPlaceTaken() throws IOException {
      await(() -> metric("places") == 0);
    }

    private void await(Condition condition) throws IOException {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!condition.holds())
        if (System.nanoTime() > end) throw new AssertionError("not within " + PATIENCE);
    }

    private double metric(String name) throws IOException {
      return client.metric("decompgen_lane_" + name, "reader");
    }
  }
}
