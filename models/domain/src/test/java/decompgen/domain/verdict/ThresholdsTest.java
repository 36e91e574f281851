package decompgen.domain.verdict;

import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.NOT_APPLICABLE;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import decompgen.domain.evidence.Evidence.None;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
  private static final Confidence SURE = new Confidence(.9, .1);

  @Test
  void levels_verdictAtEachEdge() {
    Levels levels = new Levels(.5, .25);
    assertThat(levels.verdict(.5)).isEqualTo(SUPPORTED);
    assertThat(levels.verdict(.49)).isEqualTo(UNANSWERABLE);
    assertThat(levels.verdict(.25)).isEqualTo(UNANSWERABLE);
    assertThat(levels.verdict(.24)).isEqualTo(CONTRADICTED);
    assertThat(new Levels(.5, 0).verdict(0)).isEqualTo(UNANSWERABLE);
  }

  @Test
  void levels_absentAbovePresentOrOutside_refused() {
    refused(() -> new Levels(.2, .3));
    refused(() -> new Levels(1.1, .3));
    refused(() -> new Levels(.5, -.1));
    refused(() -> new Levels(Double.NaN, 0));
  }

  @Test
  void confidence_onTheWrongSideOfHalf_refused() {
    refused(() -> new Confidence(.4, .1));
    refused(() -> new Confidence(.9, .6));
  }

  @Test
  void confidence_ruling_eachVerdictItsScore() {
    assertThat(SURE.ruling(SUPPORTED, new None()).score()).isEqualTo(.9);
    assertThat(SURE.ruling(CONTRADICTED, new None()).score()).isEqualTo(.1);
    assertThat(SURE.ruling(UNANSWERABLE, new None()).score()).isEqualTo(.5);
    assertThat(SURE.ruling(NOT_APPLICABLE, new None()).score()).isEqualTo(.5);
  }

  @Test
  void logistic_middleOfTheLevels_isTheOffsetAlone() {
    Levels levels = new Levels(.5, .25);
    assertThat(new Logistic(2, 0).of(.375, levels)).isCloseTo(.5, within(1e-12));
    // σ(ln 3) = .75
    assertThat(new Logistic(2, Math.log(3)).of(.375, levels)).isCloseTo(.75, within(1e-12));
  }

  @Test
  void logistic_certainScores_stayFinite() {
    assertThat(new Logistic(1, 0).of(0, new Levels(.5, .25))).isBetween(0.0, .01);
    assertThat(new Logistic(1, 0).of(1, new Levels(.5, .25))).isBetween(.99, 1.0);
  }

  @Test
  void thresholds_numbersOutOfRange_refused() {
    refused(() -> new Logistic(0, 0));
    refused(() -> new Logistic(1, Double.NaN));
    refused(() -> new Thresholds.Counting(new Levels(.5, .2), .1, 1.1, 9, SURE));
    refused(() -> new Thresholds.Counting(new Levels(.5, .2), .1, .5, 0, SURE));
    refused(() -> new Thresholds.Counting(new Levels(.5, .2), 1.1, .5, 9, SURE));
    refused(() -> new Thresholds.Placing(-.1, .1, .2, .1, .8, SURE));
    refused(() -> new Thresholds.Placing(.1, .3, .2, .1, .8, SURE));
    refused(() -> new Thresholds.Placing(.1, .1, .2, .1, 1.8, SURE));
    refused(() -> new Thresholds.Placing(.1, .1, .2, 1.1, .8, SURE));
    refused(() -> new Thresholds.Sizing(.9, SURE));
    refused(() -> new Thresholds.Reading(.6, .5, 3, .5, 1, SURE));
    refused(() -> new Thresholds.Reading(.2, 1.5, 3, .5, 1, SURE));
    refused(() -> new Thresholds.Reading(.2, .5, -1, .5, 1, SURE));
    refused(() -> new Thresholds.Reading(.2, .5, 3, 2, 1, SURE));
    refused(() -> new Thresholds.Reading(.2, .5, 3, .5, -1, SURE));
    Colouring.Shares shares = new Colouring.Shares(.3, .1, .5);
    refused(() -> new Colouring.Shares(.3, .4, .5));
    refused(() -> new Colouring.Shares(.3, .1, 1.5));
    refused(() -> new Colouring(shares, shares, 1.5, .1, .1, .1, SURE));
    refused(() -> new Colouring(shares, shares, .1, -.1, .1, .1, SURE));
    refused(() -> new Colouring(shares, shares, .1, .1, 2, .1, SURE));
    refused(() -> new Colouring(shares, shares, .1, .1, .1, 2, SURE));
    refused(() -> new Thresholds.Kinds(new Levels(.3, .1), 1.5, .5, SURE));
    refused(() -> new Thresholds.Kinds(new Levels(.3, .1), .5, 1.5, SURE));
    refused(() -> new Thresholds.Looking(1.5, .4, .5, .1, 4));
    refused(() -> new Thresholds.Looking(.1, .6, .5, .1, 4));
    refused(() -> new Thresholds.Looking(.1, .1, 1.5, .1, 4));
    refused(() -> new Thresholds.Looking(.1, .1, .5, -.1, 4));
    refused(() -> new Thresholds.Looking(.1, .1, .5, .1, -1));
  }

  @Test
  void presence_classNotNamed_standard() {
    Levels standard = new Levels(.5, .25);
    Levels forks = new Levels(.6, 0);
    Thresholds.Presence presence =
        new Thresholds.Presence(standard, Map.of("fork", forks), new Logistic(1, 0));
    assertThat(presence.of("fork")).isEqualTo(forks);
    assertThat(presence.of("cat")).isEqualTo(standard);
  }

  @Test
  void standard_lookalikes_areMutual() {
    var lookalikes = Thresholds.standard().presence().lookalikes();
    assertThat(lookalikes).isNotEmpty();
    lookalikes.forEach(
        (label, others) ->
            assertThat(others)
                .doesNotContain(label)
                .allSatisfy(other -> assertThat(lookalikes.get(other)).contains(label)));
  }

  @Test
  void standard_smallThings_areContradictedWithoutATraceAndNeverSurely() {
    Thresholds.Presence presence = Thresholds.standard().presence();
    assertThat(presence.of("fork").verdict(.03)).isEqualTo(UNANSWERABLE);
    assertThat(presence.of("fork").verdict(.029)).isEqualTo(CONTRADICTED);
    assertThat(presence.small("fork")).isTrue();
    assertThat(presence.small("boat")).isFalse();
    assertThat(presence.probability("fork", 0)).isEqualTo(presence.overlooked());
    assertThat(presence.probability("cat", 0)).isLessThan(presence.overlooked());
  }

  @Test
  void thresholds_textOfEqualNumbers_isEqual() {
    assertThat(Thresholds.standard()).isEqualTo(Thresholds.standard());
    assertThat(Thresholds.standard().toString()).isEqualTo(Thresholds.standard().toString());
  }

  @Test
  void verdict_flipped_onlyDecidedOnes() {
    assertThat(SUPPORTED.flipped()).isEqualTo(CONTRADICTED);
    assertThat(CONTRADICTED.flipped()).isEqualTo(SUPPORTED);
    assertThat(UNANSWERABLE.flipped()).isEqualTo(UNANSWERABLE);
    assertThat(NOT_APPLICABLE.flipped()).isEqualTo(NOT_APPLICABLE);
    assertThat(NOT_APPLICABLE.word()).isEqualTo("not-applicable");
  }

  @Test
  void verdict_agreed_oneDecidedVerdictOfAll() {
    assertThat(Verdict.agreed(List.of(SUPPORTED, SUPPORTED))).isEqualTo(SUPPORTED);
    assertThat(Verdict.agreed(List.of(SUPPORTED, CONTRADICTED))).isEqualTo(UNANSWERABLE);
    assertThat(Verdict.agreed(List.of(NOT_APPLICABLE))).isEqualTo(UNANSWERABLE);
    assertThat(Verdict.agreed(List.of())).isEqualTo(UNANSWERABLE);
  }

  @Test
  void ruling_flipped_scoreIsTheRest() {
    Ruling flipped = new Ruling(UNANSWERABLE, .7, new None()).flipped();
    assertThat(flipped.verdict()).isEqualTo(UNANSWERABLE);
    assertThat(flipped.score()).isCloseTo(.3, within(1e-12));
    refused(() -> new Ruling(SUPPORTED, 1.1, new None()));
  }

  private static void refused(ThrowingCallable call) {
    assertThatIllegalArgumentException().isThrownBy(call);
  }
}
