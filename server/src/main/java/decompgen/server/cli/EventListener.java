package decompgen.server.cli;

import decompgen.domain.score.ScoreEvent;

/** Hears the events of one score, in order. */
@FunctionalInterface
interface EventListener {
  void hear(ScoreEvent event);
}
