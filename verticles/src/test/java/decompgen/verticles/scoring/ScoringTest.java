package decompgen.verticles.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.ScoreId;
import decompgen.domain.verdict.Verdict;
import decompgen.verticles.event.Numbered;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a score says of its claims. */
@Timeout(60)
class ScoringTest {
  private Stage stage = new Stage(Stage.settings(), 8);

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void score_supportedAndContradicted_trustIsTheirShare() throws Exception {
    List<Numbered> events = Heard.all(stage.start(Stage.request(false, "cat dog toaster.")));

    // cat supported, dog contradicted, toaster outside the vocabulary: trust 1/2, coverage 2/3
    ScoreEvent.Scored scored = Heard.scored(events).getFirst();
    assertThat(scored.tally().trust()).hasValue(.5);
    assertThat(scored.tally().coverage()).isEqualTo(2 / 3.0);
    assertThat(events.getFirst().event()).isInstanceOf(ScoreEvent.Accepted.class);
    assertThat(events.getLast().event()).isEqualTo(new ScoreEvent.Completed(List.of(0), List.of()));
    assertThat(events.stream().map(Numbered::number)).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void score_attributeOfAnAbsentThing_notApplicable() throws Exception {
    List<Numbered> events = Heard.all(stage.start(Stage.request(false, "red-dog.")));

    assertThat(Heard.decided(events, 0).verdict()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(Heard.decided(events, 1).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void score_attributeOfAnUnknownThing_unanswerableUnlessAnExpertNeedsNoBoxes() throws Exception {
    List<Numbered> events = Heard.all(stage.start(Stage.request(false, "red-toaster.")));

    assertThat(Heard.decided(events, 1).verdict()).isEqualTo(Verdict.UNANSWERABLE);
  }

  @Test
  void score_thingThatTheDetectorHasNoClassFor_isNamedByTheClassifier() throws Exception {
    List<Numbered> events = Heard.all(stage.start(Stage.request(false, "castle toaster.")));

    assertThat(Heard.decided(events, 0).verdict()).isEqualTo(Verdict.SUPPORTED);
    assertThat(Heard.decided(events, 1).verdict()).isEqualTo(Verdict.UNANSWERABLE);
  }

  @Test
  void score_equalClaimInALaterSentence_mentioned() throws Exception {
    List<Numbered> events = Heard.all(stage.start(Stage.request(false, "cat. cat.")));

    assertThat(events)
        .anyMatch(
            told ->
                told.event() instanceof ScoreEvent.Mentioned mentioned && mentioned.claim() == 0);
    assertThat(Heard.scored(events).getFirst().tally().claims()).isEqualTo(1);
  }

  @Test
  void score_severalResponses_rankedByTrustAndDetectedOnce() throws Exception {
    List<Numbered> events =
        Heard.all(stage.start(Stage.request(false, "dog.", "cat.", "toaster.")));

    assertThat(events.getLast().event())
        .isEqualTo(new ScoreEvent.Completed(List.of(1, 0, 2), List.of()));
    assertThat(stage.eyes.detections).hasValue(1);
  }

  @Test
  void score_expertFails_toldAndTheRestGoesOn() throws Exception {
    stage.reader.gate.countDown();
    ScoreRequest request =
        new ScoreRequest(
            ScoreId.random(),
            new ScoreRequest.Image.Uploaded(new byte[] {9}),
            null,
            List.of("cat \"stop\"."),
            false);
    List<Numbered> events = Heard.all(stage.start(request));

    assertThat(events)
        .anyMatch(
            told ->
                told.event() instanceof ScoreEvent.ExpertFailed failed
                    && failed.code() == ErrorCode.MODEL_FAILED
                    && failed.claims().equals(List.of(0)));
    assertThat(Heard.decided(events, 0).verdict()).isEqualTo(Verdict.UNANSWERABLE);
    assertThat(Heard.decided(events, 1).verdict()).isEqualTo(Verdict.SUPPORTED);
  }

  @Test
  void score_readerIsSlow_judgedLeavesBeforeTheReaderEndsAndBeforeTheLastSentence()
      throws Exception {
    LiveScore live = stage.start(Stage.request(true, "\"stop\" cat. dog. toaster."));

    // The reader's gate is shut: what comes now does not wait for it.
    List<Numbered> early = Heard.until(live, told -> told.event() instanceof ScoreEvent.Decided);
    assertThat(early)
        .anyMatch(
            told ->
                told.event() instanceof ScoreEvent.Judged judged
                    && judged.expert().equals("detector"));
    assertThat(live.events().stream().filter(told -> told.event() instanceof ScoreEvent.Scored))
        .isEmpty();
    stage.reader.gate.countDown();
  }
}
