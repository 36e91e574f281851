package decompgen.domain.score;

import static java.util.Objects.requireNonNull;

import decompgen.domain.claim.Aspect;
import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Span;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a client is told while responses are scored; openapi.yaml describes each on the wire. */
public sealed interface ScoreEvent {
  /** The work has begun; first, at once. */
  record Accepted(ScoreId scoreId, int responses) implements ScoreEvent {}

  /**
   * The whole text of one response; {@code model} and {@code adapter} are null when the client
   * wrote it.
   */
  record Responded(int response, String text, @Nullable String model, @Nullable String adapter)
      implements ScoreEvent {}

  /** The new claims of one sentence; {@code last} on the response's last sentence. */
  record Decomposed(int response, int sentence, boolean last, List<Claim> claims)
      implements ScoreEvent {
    public Decomposed {
      claims = List.copyOf(claims);
    }
  }

  /** An equal claim came again. */
  record Mentioned(int response, int claim, List<Span> spans) implements ScoreEvent {
    public Mentioned {
      spans = List.copyOf(spans);
    }
  }

  /** One expert's ruling on one claim. */
  record Judged(
      int response,
      int claim,
      String expert,
      String version,
      Verdict verdict,
      double score,
      Evidence evidence,
      Duration took)
      implements ScoreEvent {}

  /** One expert failed for these claims; the rest goes on. */
  record ExpertFailed(
      int response, String expert, List<Integer> claims, ErrorCode code, String detail)
      implements ScoreEvent {
    public ExpertFailed {
      claims = List.copyOf(claims);
    }
  }

  /**
   * All experts of the claim have answered or failed; {@code trust} and {@code coverage} of the
   * response so far.
   */
  record Decided(
      int response, int claim, Verdict verdict, double score, OptionalDouble trust, double coverage)
      implements ScoreEvent {}

  /**
   * One response is scored; {@code omitted} claims were beyond the limit. It is stored before this
   * is sent.
   */
  record Scored(int response, Tally tally, int omitted, Map<Aspect, Tally> aspects, Duration took)
      implements ScoreEvent {
    public Scored {
      aspects = Map.copyOf(aspects);
    }
  }

  /**
   * All is done; {@code ranking} holds the numbers of the responses, most trusted first. Last of a
   * good stream.
   */
  record Completed(List<Integer> ranking, List<String> pairs) implements ScoreEvent {
    public Completed {
      ranking = List.copyOf(ranking);
      pairs = List.copyOf(pairs);
    }
  }

  /** The work ended without a score. Last of a bad stream. */
  record Failed(ErrorCode code, String detail) implements ScoreEvent {
    public Failed {
      requireNonNull(code, "code");
    }
  }

  /** The number of the response it tells of; empty when it tells of the whole score. */
  default OptionalInt ofResponse() {
    return switch (this) {
      case Accepted _, Completed _, Failed _ -> OptionalInt.empty();
      case Responded event -> OptionalInt.of(event.response());
      case Decomposed event -> OptionalInt.of(event.response());
      case Mentioned event -> OptionalInt.of(event.response());
      case Judged event -> OptionalInt.of(event.response());
      case ExpertFailed event -> OptionalInt.of(event.response());
      case Decided event -> OptionalInt.of(event.response());
      case Scored event -> OptionalInt.of(event.response());
    };
  }

  /** Whether nothing comes after it. */
  default boolean terminal() {
    return this instanceof Completed || this instanceof Failed;
  }
}
