package decompgen.verticles.scoring;

import static java.util.Objects.requireNonNull;

import decompgen.domain.expert.Cancellation;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.ScoreId;
import decompgen.verticles.event.Numbered;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A score while it runs: its events so far, and those who watch them.
 *
 * <p>Every watcher reads at its own pace from the one list, so a slow one holds up nobody. Events
 * that must be stored first are held: nobody sees them, nor any later one, before {@link #release}.
 * When the last watcher of a score that is not detached leaves before the end, the score is
 * cancelled. Thread-safe.
 */
public final class LiveScore {
  private final ScoreId id;
  private final boolean detached;
  private final Cancellation cancellation = new Cancellation();
  private final List<Numbered> events;
  private final TreeSet<Integer> held = new TreeSet<>();
  private final Set<Watch> watches = new LinkedHashSet<>();

  public LiveScore(ScoreId id, boolean detached) {
    this(id, detached, List.of());
  }

  /** A score taken up again, with the events it had. */
  public LiveScore(ScoreId id, boolean detached, List<Numbered> before) {
    this.id = requireNonNull(id, "id");
    this.detached = detached;
    this.events = new ArrayList<>(before);
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
    Watch watch = new Watch(from, more);
    synchronized (events) {
      watches.add(watch);
    }
    return watch;
  }

  /** All events that may be seen so far, in order. */
  public List<Numbered> events() {
    synchronized (events) {
      return List.copyOf(events.subList(0, visible()));
    }
  }

  /** Whether the last event can be seen. */
  public boolean ended() {
    synchronized (events) {
      return visible() > 0 && events.get(visible() - 1).event().terminal();
    }
  }

  /** Adds the next event and wakes the watchers; nothing follows a last event. */
  public Numbered append(ScoreEvent event) {
    Numbered numbered = add(event, false);
    wake();
    return numbered;
  }

  /** Adds the next event, which nobody sees before its release. */
  Numbered hold(ScoreEvent event) {
    return add(event, true);
  }

  /** The event and all before it, seen or not. */
  List<Numbered> upTo(Numbered event) {
    synchronized (events) {
      return List.copyOf(events.subList(0, indexFrom(event.number() + 1)));
    }
  }

  /** Lets the held event be seen. */
  void release(Numbered event) {
    synchronized (events) {
      held.remove(event.number());
    }
    wake();
  }

  /** Ends the score badly: what was held is forgotten with all that came after it. */
  Numbered fail(ScoreEvent.Failed failed) {
    synchronized (events) {
      events.subList(visible(), events.size()).clear();
      held.clear();
    }
    return append(failed);
  }

  private Numbered add(ScoreEvent event, boolean hold) {
    synchronized (events) {
      if (!events.isEmpty() && events.getLast().event().terminal())
        throw new IllegalStateException(event + " after the end of score " + id);
      int number = events.isEmpty() ? 0 : events.getLast().number() + 1;
      Numbered numbered = new Numbered(number, event);
      events.add(numbered);
      if (hold) held.add(number);
      return numbered;
    }
  }

  private int visible() {
    return held.isEmpty() ? events.size() : indexFrom(held.first());
  }

  /** Index of the first event with that number or a greater one. */
  private int indexFrom(int number) {
    int low = 0;
    int high = events.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (events.get(middle).number() < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private void wake() {
    List<Watch> woken;
    synchronized (events) {
      woken = List.copyOf(watches);
    }
    woken.forEach(watch -> watch.more.run());
  }

  /** One reader's place in the list of events. */
  public final class Watch implements AutoCloseable {
    private final Runnable more;
    private int wanted;

    private Watch(int from, Runnable more) {
      if (!(from >= 0)) throw new IllegalArgumentException("from: " + from);
      this.wanted = from;
      this.more = requireNonNull(more, "more");
    }

    /** The next event, if it can be seen already. Call it from one thread at a time. */
    public Optional<Numbered> next() {
      synchronized (events) {
        int index = indexFrom(wanted);
        if (index >= visible()) return Optional.empty();
        wanted = events.get(index).number() + 1;
        return Optional.of(events.get(index));
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
}
