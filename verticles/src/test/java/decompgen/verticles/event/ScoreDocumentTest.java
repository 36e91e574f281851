package decompgen.verticles.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.domain.claim.Basis;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Polarity;
import decompgen.domain.claim.Span;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.evidence.Evidence.None;
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
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ScoreDocumentTest {
  private static final ObjectClaim CAT =
      new ObjectClaim(
          new Basis(0, "a cat", Polarity.POSITIVE, List.of(new Span(0, 5)), List.of()), "cat");

  @Test
  void of_wholeScore_joinsWhatBelongsTogether() {
    JsonNode document =
        ScoreDocument.of(
            List.of(
                new Accepted(ScoreId.random(), 1),
                new Responded(0, "A cat. The cat.", null, null),
                new Decomposed(0, 0, false, List.of(CAT)),
                new Judged(
                    0,
                    0,
                    "detector",
                    "d/1",
                    Verdict.SUPPORTED,
                    .9,
                    new None(),
                    Duration.ofMillis(7)),
                new ExpertFailed(0, "reader", List.of(0), ErrorCode.MODEL_FAILED, "no answer"),
                new Mentioned(0, 0, List.of(new Span(7, 14))),
                new Decided(0, 0, Verdict.SUPPORTED, .9, OptionalDouble.of(1), 1),
                new Scored(0, new Tally(1, 1, 0), 0, Map.of(), Duration.ofMillis(9)),
                new Completed(List.of(0), List.of())));
    assertThat(document.toString())
        .isEqualTo(
            "{\"responses\":[{\"response\":0,\"text\":\"A cat. The cat.\",\"model\":null,"
                + "\"adapter\":null,\"claims\":[{\"id\":0,\"aspect\":\"object\",\"text\":\"a cat\","
                + "\"noun\":\"cat\",\"given\":false,\"polarity\":\"positive\",\"spans\":[[0,5],[7,14]],"
                + "\"requires\":[],\"verdict\":\"supported\",\"score\":0.9,\"judgements\":["
                + "{\"expert\":\"detector\",\"version\":\"d/1\",\"verdict\":\"supported\","
                + "\"score\":0.9,\"evidence\":{},\"millis\":7}]}],\"failures\":["
                + "{\"expert\":\"reader\",\"claims\":[0],\"code\":\"MODEL_FAILED\","
                + "\"detail\":\"no answer\"}],\"score\":{\"trust\":1.0,\"coverage\":1.0,"
                + "\"supported\":1,\"contradicted\":0,\"claims\":1,\"omitted\":0,\"aspects\":{},"
                + "\"millis\":9}}],\"ranking\":[0],\"pairs\":[],\"failure\":null}");
  }

  @Test
  void of_unfinishedScore_leavesOpenWhatIsNotDecided() {
    JsonNode document =
        ScoreDocument.of(
            List.of(
                new Accepted(ScoreId.random(), 2),
                new Responded(1, "A cat.", null, null),
                new Responded(0, "A dog.", null, null),
                new Decomposed(1, 0, true, List.of(CAT))));
    assertThat(document.at("/responses/0/text").textValue()).isEqualTo("A dog.");
    assertThat(document.at("/responses/0/score").isNull()).isTrue();
    assertThat(document.at("/responses/1/claims/0/verdict").isNull()).isTrue();
    assertThat(document.at("/ranking").isEmpty()).isTrue();
  }

  @Test
  void of_responseToldAnew_forgetsWhatWasToldBefore() {
    JsonNode document =
        ScoreDocument.of(
            List.of(
                new Responded(0, "A cat.", null, null),
                new Decomposed(0, 0, true, List.of(CAT)),
                new Responded(0, "A cat.", null, null),
                new Decomposed(0, 0, true, List.of(CAT)),
                new Decided(0, 0, Verdict.SUPPORTED, .9, OptionalDouble.of(1), 1)));
    assertThat(document.at("/responses/0/claims").size()).isEqualTo(1);
    assertThat(document.at("/responses/0/claims/0/score").doubleValue()).isEqualTo(.9);
  }

  @Test
  void of_failedScore_saysWhy() {
    JsonNode document =
        ScoreDocument.of(
            List.of(
                new Accepted(ScoreId.random(), 1), new Failed(ErrorCode.STOPPING, "Try later.")));
    assertThat(document.at("/failure/code").textValue()).isEqualTo("STOPPING");
    assertThat(document.at("/failure/status").intValue()).isEqualTo(503);
    assertThat(document.at("/responses").isEmpty()).isTrue();
  }
}
