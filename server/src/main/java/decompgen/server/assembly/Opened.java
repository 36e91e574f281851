package decompgen.server.assembly;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parts that were opened, closed in the opposite order. Thread-safe. */
final class Opened implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Opened.class);

  private final Deque<AutoCloseable> closing = new ArrayDeque<>();

  synchronized <T extends AutoCloseable> T add(T part) {
    closing.push(part);
    return part;
  }

  /** A part that is being opened: it is waited for, and closed when it could be opened. */
  <T extends AutoCloseable> CompletableFuture<T> add(CompletableFuture<T> opening) {
    AutoCloseable ended =
        () -> {
          if (opening.handle((_, failed) -> failed == null).join()) opening.join().close();
        };
    add(ended);
    return opening;
  }

  /** Closes all, whatever fails; calls after the first do nothing. */
  @Override
  public synchronized void close() {
    while (!closing.isEmpty()) close(closing.pop());
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception failed) {
      LOG.warn("not closed cleanly: {}", failed.getMessage());
    }
  }
}
