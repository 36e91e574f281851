package decompgen.loadtests;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What the users of a load met. Gatling makes its simulations itself, so the one ledger of a run is
 * static. Thread-safe.
 */
final class Ledger {
  static final Ledger OF_THIS_RUN = new Ledger();

  /** What a user asked for. */
  enum Kind {
    STREAM,
    ASYNC,
    READ
  }

  /** How it ended. */
  enum End {
    GOOD,
    REFUSED,
    ERROR
  }

  /**
   * One user's request, in nanoseconds; {@code firstJudged} is 0 unless it is a good stream.
   *
   * @param sent when, by {@link System#nanoTime}
   */
  record Entry(Kind kind, End end, long sent, long firstJudged, long all) {
    /** A request that has just ended. */
    static Entry now(Kind kind, End end, long sent) {
      return new Entry(kind, end, sent, 0, System.nanoTime() - sent);
    }

    boolean is(Kind wanted, End how) {
      return kind == wanted && end == how;
    }
  }

  private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();

  void note(Entry entry) {
    entries.add(entry);
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }
}
