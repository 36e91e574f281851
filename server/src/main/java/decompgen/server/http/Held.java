package decompgen.server.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes of bodies and of images on their way out that are in memory at once, on all
 * connections; bounded. Thread-safe.
 */
final class Held {
  private final long maxBytes;
  private final AtomicLong bytes = new AtomicLong();

  Held(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  Share share() {
    return new Share();
  }

  long bytes() {
    return bytes.get();
  }

  /** What one request holds; used on its event loop only. */
  final class Share {
    private long mine;
    private boolean released;

    /** Takes more; false when that would be too much for all. */
    boolean take(long more) {
      if (released) return false;
      if (bytes.addAndGet(more) > maxBytes) {
        bytes.addAndGet(-more);
        return false;
      }
      mine += more;
      return true;
    }

    /** Gives all back, once. */
    void release() {
      if (released) return;
      released = true;
      bytes.addAndGet(-mine);
    }
  }
}
