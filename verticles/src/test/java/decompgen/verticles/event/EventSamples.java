package decompgen.verticles.event;

import decompgen.domain.claim.Aspect;
import decompgen.domain.claim.Basis;
import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Claim.CountClaim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Claim.RelationClaim;
import decompgen.domain.claim.Claim.ScaleClaim;
import decompgen.domain.claim.Claim.SpatialClaim;
import decompgen.domain.claim.Claim.TextClaim;
import decompgen.domain.claim.Polarity;
import decompgen.domain.claim.Span;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.evidence.Evidence.Colours;
import decompgen.domain.evidence.Evidence.Label;
import decompgen.domain.evidence.Evidence.Labels;
import decompgen.domain.evidence.Evidence.Line;
import decompgen.domain.evidence.Evidence.Lines;
import decompgen.domain.evidence.Evidence.None;
import decompgen.domain.picture.Box;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.ScoreEvent.Accepted;
import decompgen.domain.score.ScoreEvent.Completed;
import decompgen.domain.score.ScoreEvent.Decided;
import decompgen.domain.score.ScoreEvent.Decomposed;
import decompgen.domain.score.ScoreEvent.ExpertFailed;
import decompgen.domain.score.ScoreEvent.Failed;
import decompgen.domain.score.ScoreEvent.Judged;
import decompgen.domain.score.ScoreEvent.Mentioned;
import decompgen.domain.score.ScoreEvent.Responded;
import decompgen.domain.score.ScoreEvent.Scored;
import decompgen.domain.score.ScoreId;
import decompgen.domain.score.Tally;
import decompgen.domain.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Events of every kind, with every kind of claim, evidence, verdict and error code in them. */
public final class EventSamples {
  private static final Box LEFT = new Box(0.12, 0.3, 0.58, 0.88);

  private EventSamples() {}

  public static List<ScoreEvent> all() {
    List<ScoreEvent> all = new ArrayList<>();
    all.add(new Accepted(ScoreId.parse("8f14e45f-ceea-467f-a1d2-3c4b5a697887"), 2));
    all.add(new Responded(0, "Two \"red\" cats 🐈 lie\non a sofa.", null, null));
    all.add(new Responded(1, "A dog.", "llava-1.5-7b", "toy/3"));
    all.add(new Decomposed(0, 0, false, claims()));
    all.add(new Decomposed(0, 1, true, List.of()));
    all.add(new Mentioned(0, 3, List.of(new Span(31, 37), new Span(40, 42))));
    for (Evidence evidence : evidence())
      all.add(
          new Judged(
              0, 1, "detector", "efficientdet-lite2/1", Verdict.SUPPORTED, .91, evidence, ms(41)));
    all.add(new ExpertFailed(0, "vqa", List.of(3, 4), ErrorCode.MODEL_FAILED, "vqa/1: no answer"));
    for (Verdict verdict : Verdict.values())
      all.add(new Decided(0, 2, verdict, .5, OptionalDouble.of(.75), .8));
    all.add(new Decided(1, 0, Verdict.UNANSWERABLE, .5, OptionalDouble.empty(), 0));
    all.add(
        new Scored(
            0,
            new Tally(5, 3, 1),
            2,
            Map.of(Aspect.TEXT, new Tally(2, 0, 1), Aspect.OBJECT, new Tally(3, 3, 0)),
            ms(310)));
    all.add(new Scored(1, Tally.NONE, 0, Map.of(), ms(12)));
    all.add(new Completed(List.of(0, 1), List.of()));
    for (ErrorCode code : ErrorCode.values())
      all.add(new Failed(code, "Send the request again in a moment."));
    return List.copyOf(all);
  }

  public static List<Claim> claims() {
    return List.of(
        new ObjectClaim(basis(0, Polarity.POSITIVE), "cat"),
        new ObjectClaim(
            new Basis(9, "the sofa", Polarity.POSITIVE, List.of(new Span(9, 17)), List.of(), true),
            "sofa"),
        new CountClaim(basis(1, Polarity.POSITIVE, 0), "cat", 2),
        new AttributeClaim(basis(2, Polarity.POSITIVE, 0), "red", "cat"),
        new RelationClaim(basis(3, Polarity.NEGATIVE, 0), "cat", "wear", "hat"),
        new SpatialClaim(basis(4, Polarity.POSITIVE, 0), "cat", "on", "sofa"),
        new SpatialClaim(basis(5, Polarity.POSITIVE, 0), "cat", "left", null),
        new ScaleClaim(basis(6, Polarity.POSITIVE, 0), "cat", "small", null),
        new ScaleClaim(basis(7, Polarity.POSITIVE, 0), "cat", "larger", "mouse"),
        new TextClaim(basis(8, Polarity.POSITIVE), "MIND the \"GAP\""));
  }

  public static List<Evidence> evidence() {
    return List.of(
        new Boxes(List.of(new Detection("cat", .91, LEFT)), Map.of()),
        new Boxes(List.of(), Map.of()),
        new Labels(LEFT, List.of(new Label("tabby", .8), new Label("tiger cat", .1))),
        new Lines(List.of(new Line("MIND THE GAP", .99, new Box(0, 0, 1, .1)))),
        new Lines(List.of(), List.of(LEFT)),
        new Colours(LEFT, Map.of("red", .7, "brown", .2)),
        new None());
  }

  private static Basis basis(int id, Polarity polarity, Integer... requires) {
    return new Basis(id, "claim " + id, polarity, List.of(new Span(id, id + 5)), List.of(requires));
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }
}
