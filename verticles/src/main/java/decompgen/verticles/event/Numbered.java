package decompgen.verticles.event;

import static java.util.Objects.requireNonNull;

import decompgen.domain.score.ScoreEvent;

/**
 * An event and its number in its score's stream, the {@code id} of server-sent events: from 0,
 * growing, gaps allowed (after a crash the events of responses that were not done are told anew
 * under new numbers).
 */
public record Numbered(int number, ScoreEvent event) {
  public Numbered {
    if (!(number >= 0)) throw new IllegalArgumentException("number: " + number);
    requireNonNull(event, "event");
  }
}
