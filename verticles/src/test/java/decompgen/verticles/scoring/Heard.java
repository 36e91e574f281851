package decompgen.verticles.scoring;

import decompgen.domain.score.ScoreEvent;
import decompgen.verticles.event.Numbered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What those hear who watch a score. */
final class Heard {
  private Heard() {}

  /** All events to the end. */
  static List<Numbered> all(LiveScore live) throws InterruptedException {
    return until(live, told -> told.event().terminal());
  }

  /** The events up to the first of that kind, which must come within ten seconds. */
  static List<Numbered> until(LiveScore live, Predicate<Numbered> enough)
      throws InterruptedException {
    Semaphore more = new Semaphore(0);
    List<Numbered> heard = new ArrayList<>();
    try (LiveScore.Watch watch = live.watch(0, more::release)) {
      while (true) {
        Optional<Numbered> next = watch.next();
        if (next.isPresent()) {
          heard.add(next.get());
          if (enough.test(next.get())) return heard;
        } else if (!more.tryAcquire(10, TimeUnit.SECONDS)) {
          throw new AssertionError("no more events after " + heard);
        }
      }
    }
  }

  static List<ScoreEvent.Scored> scored(List<Numbered> events) {
    return events.stream()
        .map(Numbered::event)
        .filter(ScoreEvent.Scored.class::isInstance)
        .map(ScoreEvent.Scored.class::cast)
        .toList();
  }

  static ScoreEvent.Failed failed(List<Numbered> events) {
    return (ScoreEvent.Failed) events.getLast().event();
  }

  static ScoreEvent.Decided decided(List<Numbered> events, int claim) {
    return events.stream()
        .map(Numbered::event)
        .filter(ScoreEvent.Decided.class::isInstance)
        .map(ScoreEvent.Decided.class::cast)
        .filter(event -> event.claim() == claim)
        .findFirst()
        .orElseThrow();
  }
}
