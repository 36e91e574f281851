package decompgen.domain.expert;

import java.util.ArrayList;
import java.util.List;

/** A request to stop, made once by one side and heard by others. Thread-safe. */
public final class Cancellation {
  private final List<Runnable> listeners = new ArrayList<>();
  private boolean cancelled;

  /**
   * Calls every listener once, in the calling thread; later calls do nothing. What a listener
   * throws is told to the thread's handler of uncaught exceptions and keeps nothing else from
   * ending.
   */
  public void cancel() {
    List<Runnable> called;
    synchronized (listeners) {
      if (cancelled) return;
      cancelled = true;
      called = List.copyOf(listeners);
      listeners.clear();
    }
    called.forEach(Cancellation::tell);
  }

  private static void tell(Runnable listener) {
    try {
      listener.run();
    } catch (Throwable thrown) {
      Thread caller = Thread.currentThread();
      caller.getUncaughtExceptionHandler().uncaughtException(caller, thrown);
    }
  }

  public boolean cancelled() {
    synchronized (listeners) {
      return cancelled;
    }
  }

  /**
   * Runs the listener at the cancellation, at once when it has been; closing the registration
   * forgets it.
   */
  public Registration onCancel(Runnable listener) {
    synchronized (listeners) {
      if (!cancelled) {
        listeners.add(listener);
        return () -> forget(listener);
      }
    }
    listener.run();
    return () -> {};
  }

  private void forget(Runnable listener) {
    synchronized (listeners) {
      listeners.remove(listener);
    }
  }

  /** Takes a listener back. */
  @FunctionalInterface
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
