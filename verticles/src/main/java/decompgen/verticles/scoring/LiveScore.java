package decompgen.verticles.scoring;

import static java.util.Objects.requireNonNull;

import decompgen.domain.expert.Cancellation;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.ScoreId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A score while it runs: its events so far, numbered from 0, and those who watch them.
 *
 * <p>Every watcher reads at its own pace from the one list, so a slow one holds up nobody. When the
 * last watcher of a score that is not detached leaves before the end, the score is cancelled.
 * Thread-safe.
 */
public final class LiveScore {
  private final ScoreId id;
  private final boolean detached;
  private final Cancellation cancellation = new Cancellation();
  private final List<ScoreEvent> events = new ArrayList<>();
  private final Set<Watch> watches = new LinkedHashSet<>();

  public LiveScore(ScoreId id, boolean detached) {
    this.id = requireNonNull(id, "id");
    this.detached = detached;
  }

  public ScoreId id() {
    return id;
  }

  /** Heard by the pipeline; cancelling it ends the score. */
  public Cancellation cancellation() {
    return cancellation;
  }

  /**
   * Begins to watch.
   *
   * @param from number of the first event wanted, 0 for all
   * @param more runs, in any thread, whenever {@link Watch#next} may have something new
   */
  public Watch watch(int from, Runnable more) {
    if (!(from >= 0)) throw new IllegalArgumentException("from: " + from);
    Watch watch = new Watch(from, more);
    synchronized (events) {
      watches.add(watch);
    }
    return watch;
  }

  /** All events so far; the index is the number. */
  public List<ScoreEvent> events() {
    synchronized (events) {
      return List.copyOf(events);
    }
  }

  /** Whether the last event has been appended. */
  public boolean ended() {
    synchronized (events) {
      return !events.isEmpty() && events.getLast().last();
    }
  }

  /** Adds the next event and wakes the watchers; events after the last one are dropped. */
  void append(ScoreEvent event) {
    List<Watch> woken;
    synchronized (events) {
      if (ended()) return;
      events.add(event);
      woken = List.copyOf(watches);
    }
    woken.forEach(watch -> watch.more.run());
  }

  /** One reader's place in the list of events. */
  public final class Watch implements AutoCloseable {
    private final Runnable more;
    private int position;

    private Watch(int from, Runnable more) {
      this.position = from;
      this.more = requireNonNull(more, "more");
    }

    /**
     * The next event with its number, if it is there already. Call it from one thread at a time.
     */
    public Optional<Numbered> next() {
      synchronized (events) {
        if (position >= events.size()) return Optional.empty();
        ScoreEvent event = events.get(position);
        return Optional.of(new Numbered(position++, event));
      }
    }

    /** Leaves; the last one to leave a score that is neither detached nor at its end cancels it. */
    @Override
    public void close() {
      boolean abandoned;
      synchronized (events) {
        abandoned = watches.remove(this) && watches.isEmpty() && !detached && !ended();
      }
      if (abandoned) cancellation.cancel();
    }
  }

  /** An event and its number in the stream, the {@code id} of server-sent events. */
  public record Numbered(int number, ScoreEvent event) {}
}
