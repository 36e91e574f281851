package decompgen.server.http;

import decompgen.domain.claim.Basis;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Polarity;
import decompgen.domain.claim.Span;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.picture.Box;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.ScoreEvent.Completed;
import decompgen.domain.score.ScoreEvent.Decided;
import decompgen.domain.score.ScoreEvent.Decomposed;
import decompgen.domain.score.ScoreEvent.Judged;
import decompgen.domain.score.ScoreEvent.Responded;
import decompgen.domain.score.ScoreEvent.Scored;
import decompgen.domain.score.Tally;
import decompgen.domain.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What the scorer tells of "A cat." after {@code accepted}: six events, numbers 1 to 6. */
final class Told {
  private Told() {}

  static List<ScoreEvent> ofACat() {
    Basis basis = new Basis(0, "a cat", Polarity.POSITIVE, List.of(new Span(0, 5)), List.of());
    Boxes seen = new Boxes(List.of(new Detection("cat", .91, new Box(.1, .2, .5, .9))), Map.of());
    return List.of(
        new Responded(0, "A cat.", null, null),
        new Decomposed(0, 0, true, List.of(new ObjectClaim(basis, "cat"))),
        new Judged(0, 0, "detector", "d/1", Verdict.SUPPORTED, .91, seen, Duration.ofMillis(41)),
        new Decided(0, 0, Verdict.SUPPORTED, .91, OptionalDouble.of(1), 1),
        new Scored(0, new Tally(1, 1, 0), 0, Map.of(), Duration.ofMillis(310)),
        new Completed(List.of(0), List.of()));
  }
}
