package decompgen.server.e2e;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A client that has scores made one after the other until it is stopped, and notes what it was
 * told: those whose {@code scored} it saw, and those taken on with 202.
 */
final class Busy {
  private final Collection<String> scored = new ConcurrentLinkedQueue<>();
  private final Collection<String> handedOver = new ConcurrentLinkedQueue<>();
  private final CountDownLatch heard = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean stopped;

  private Busy(Client client, int number) {
    this.thread = Thread.ofPlatform().start(() -> work(client, number));
  }

  static Busy on(Served served, int number) {
    return new Busy(served.client(), number);
  }

  /** Waits until each has been told something, then that long. */
  static void letWork(List<Busy> clients, int millis) throws InterruptedException {
    for (Busy client : clients)
      if (!client.heard.await(60, TimeUnit.SECONDS))
        throw new AssertionError("a client was told nothing");
    // Nothing counts down: it is the random moment itself that is waited for.
    new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
  }

  /** Ends after the request under way, which a killed server ends at once. */
  void stop() throws InterruptedException {
    stopped = true;
    thread.join();
  }

  Collection<String> scored() {
    return scored;
  }

  Collection<String> handedOver() {
    return handedOver;
  }

  private void work(Client client, int number) {
    try {
      String image = client.put(Photos.coffee());
      for (int turn = 0; !stopped; turn++) {
        String response = "There are " + (turn + 2) + " cups and a dog on the table.";
        if (turn % 3 == 2) handedOver.add(client.handOver(image, response));
        else stream(client, image, response);
        heard.countDown();
      }
    } catch (IOException killed) {
      stopped = true;
    }
  }

  private void stream(Client client, String image, String response) throws IOException {
    try (Client.Events events = client.stream(image, response)) {
      String id = events.until("accepted").getString("scoreId");
      for (var event = events.next(); event.isPresent(); event = events.next())
        note(id, event.get());
    }
  }

  private void note(String id, JsonObject event) {
    if (event.getString("event").equals("scored")) scored.add(id);
  }
}
