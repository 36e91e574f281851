package decompgen.verticles.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import decompgen.domain.claim.Aspect;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.evidence.Evidence.Colours;
import decompgen.domain.picture.Box;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.ScoreEvent.Decided;
import decompgen.domain.score.ScoreEvent.Failed;
import decompgen.domain.score.ScoreEvent.Judged;
import decompgen.domain.score.ScoreEvent.Scored;
import decompgen.domain.score.Tally;
import decompgen.domain.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class EventJsonTest {
  static List<ScoreEvent> samples() {
    return EventSamples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void read_whatWasWritten_isTheEvent(ScoreEvent event) {
    assertThat(EventJson.read(EventJson.write(event))).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void write_anyEvent_isOneLineThatStartsWithItsName(ScoreEvent event) {
    assertThat(EventJson.write(event))
        .startsWith("{\"event\":\"" + EventJson.name(event) + "\",")
        .doesNotContain("\n");
  }

  @Test
  void samples_coverEveryPermittedRecord() {
    assertThat(samples().stream().map(Object::getClass).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(ScoreEvent.class.getPermittedSubclasses());
  }

  @Test
  void write_judged_isAsInTheContract() {
    Boxes boxes =
        new Boxes(
            List.of(new Detection("cat", .91, new Box(.12, .3, .58, .88))), Map.of("dog", .02));
    ScoreEvent event =
        new Judged(
            0,
            0,
            "detector",
            "efficientdet-lite2/1",
            Verdict.SUPPORTED,
            .91,
            boxes,
            Duration.ofMillis(41));
    assertThat(EventJson.write(event))
        .isEqualTo(
            "{\"event\":\"judged\",\"response\":0,\"claim\":0,\"expert\":\"detector\","
                + "\"version\":\"efficientdet-lite2/1\",\"verdict\":\"supported\",\"score\":0.91,"
                + "\"evidence\":{\"boxes\":[{\"label\":\"cat\",\"score\":0.91,"
                + "\"box\":[0.12,0.3,0.58,0.88]}]},\"millis\":41}");
  }

  @Test
  void write_scored_countsClaimsAndAspectsInOrder() {
    // trust 3 / (3 + 1) = 0.75, coverage 4 / 5 = 0.8
    ScoreEvent event =
        new Scored(
            0,
            new Tally(5, 3, 1),
            0,
            Map.of(Aspect.COUNT, new Tally(2, 1, 1), Aspect.OBJECT, new Tally(3, 2, 0)),
            Duration.ofMillis(310));
    assertThat(EventJson.write(event))
        .isEqualTo(
            "{\"event\":\"scored\",\"response\":0,\"trust\":0.75,\"coverage\":0.8,"
                + "\"supported\":3,\"contradicted\":1,\"claims\":5,\"omitted\":0,\"aspects\":{"
                + "\"object\":{\"supported\":2,\"contradicted\":0,\"claims\":3},"
                + "\"count\":{\"supported\":1,\"contradicted\":1,\"claims\":2}},\"millis\":310}");
  }

  @Test
  void write_nothingDecided_trustIsNull() {
    ScoreEvent event = new Decided(0, 0, Verdict.UNANSWERABLE, .5, OptionalDouble.empty(), 0);
    assertThat(EventJson.write(event)).contains("\"trust\":null,\"coverage\":0.0");
  }

  @Test
  void write_longScores_haveFourDecimals() {
    // 2 / 3 = 0.66667 to five decimals, so 0.6667 to four
    ScoreEvent event =
        new Decided(0, 0, Verdict.SUPPORTED, 0.123456, OptionalDouble.of(2.0 / 3), 1.0 / 3);
    assertThat(EventJson.write(event))
        .contains("\"score\":0.1235,\"trust\":0.6667,\"coverage\":0.3333");
  }

  @Test
  void write_colours_largestShareFirst() {
    Colours colours = new Colours(Box.WHOLE, Map.of("blue", .1, "red", .6, "brown", .1));
    ScoreEvent event =
        new Judged(0, 0, "colour", "1", Verdict.SUPPORTED, .9, colours, Duration.ZERO);
    assertThat(EventJson.write(event))
        .contains("\"colours\":{\"red\":0.6,\"blue\":0.1,\"brown\":0.1}");
  }

  @Test
  void write_failed_carriesTitleAndStatus() {
    assertThat(EventJson.write(new Failed(ErrorCode.OVERLOADED, "Try again.")))
        .isEqualTo(
            "{\"event\":\"failed\",\"code\":\"OVERLOADED\",\"title\":\"The server is busy\","
                + "\"detail\":\"Try again.\",\"status\":429}");
  }

  @Test
  void read_unknownMember_isPassedOver() {
    assertThat(
            EventJson.read(
                "{\"event\":\"failed\",\"code\":\"INTERNAL\",\"detail\":\"x\",\"later\":1}"))
        .isEqualTo(new Failed(ErrorCode.INTERNAL, "x"));
  }

  @Test
  void read_anythingElse_isRefused() {
    for (String bad :
        List.of("", "{", "[]", "{}", "{\"event\":\"danced\"}", "{\"event\":\"judged\"}"))
      assertThatIllegalArgumentException().as(bad).isThrownBy(() -> EventJson.read(bad));
  }

  @ParameterizedTest
  @EnumSource
  void status_anyCode_isAnError(ErrorCode code) {
    assertThat(ErrorStatus.of(code)).isBetween(400, 599);
  }
}
