package decompgen.domain.dpo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DpoLossTest {
  private static final DpoLoss DPO = new DpoLoss(.1, 0);

  @Test
  void step_policyEqualsReference_lossIsLog2AndTheGradientHalfBeta() {
    // h = 0: −log σ(0) = log 2; slope −β σ(0) = −.05.
    DpoLoss.Step step = DPO.step(pair(-3, -5), pair(-3, -5));
    assertThat(step.loss()).isCloseTo(Math.log(2), within(1e-12));
    assertThat(step.chosenGradient()).isCloseTo(-.05, within(1e-12));
    assertThat(step.rejectedGradient()).isCloseTo(.05, within(1e-12));
    assertThat(step.margin()).isZero();
    assertThat(step.accurate()).isFalse();
  }

  @Test
  void step_chosenMoreLikelyThanTheReference_rewardsAndLossByHand() {
    // Ratios: −10 + 20 = 10, −20 + 10 = −10; h = 20, βh = 2: −log σ(2) = log(1 + e^−2) = .126928.
    DpoLoss.Step step = DPO.step(pair(-10, -20), pair(-20, -10));
    assertThat(step.loss()).isCloseTo(.126928011, within(1e-9));
    assertThat(step.chosenReward()).isCloseTo(1, within(1e-12));
    assertThat(step.rejectedReward()).isCloseTo(-1, within(1e-12));
    assertThat(step.margin()).isCloseTo(2, within(1e-12));
    assertThat(step.accurate()).isTrue();
  }

  @Test
  void step_smoothed_isTheMixtureOfBothDirections() {
    // βh = 2: .9 · .126928 + .1 · 2.126928 = .326928.
    assertThat(new DpoLoss(.1, .1).step(pair(-10, -20), pair(-20, -10)).loss())
        .isCloseTo(.326928011, within(1e-9));
  }

  @Test
  void step_ipo_isTheSquareOfAverages() {
    // Averages of 2 and 4 tokens: −5, −5 and −10, −2.5; h = 5 + 2.5 = 7.5; (7.5 − 5)² = 6.25.
    // ∂loss/∂h = 5, by the sums 5 / 2 and −5 / 4.
    DpoLoss.Step step = DpoLoss.ipo(.1).step(pair(-10, -20), pair(-20, -10));
    assertThat(step.loss()).isCloseTo(6.25, within(1e-12));
    assertThat(step.chosenGradient()).isCloseTo(2.5, within(1e-12));
    assertThat(step.rejectedGradient()).isCloseTo(-1.25, within(1e-12));
    assertThat(step.chosenReward()).isCloseTo(.5, within(1e-12));
  }

  @Test
  void step_measuresOfTheSource_comparesSumsWithAverages() {
    // Policy sums −10, −20; reference averages −20/2 = −10, −10/4 = −2.5: h = 0 + 17.5, βh = 1.75.
    DpoLoss source = new DpoLoss(Objective.SIGMOID, .1, 0, Measure.SUM, Measure.AVERAGE);
    DpoLoss.Step step = source.step(pair(-10, -20), pair(-20, -10));
    assertThat(step.margin()).isCloseTo(1.75, within(1e-12));
    // The other way round: averages −5, −5; sums −20, −10: h = 15 − 5, βh = 1.
    DpoLoss averaging = new DpoLoss(Objective.SIGMOID, .1, 0, Measure.AVERAGE, Measure.SUM);
    assertThat(averaging.step(pair(-10, -20), pair(-20, -10)).margin()).isCloseTo(1, within(1e-12));
  }

  @Test
  void step_farApart_neitherOverflowsNorVanishes() {
    // βh = ∓1e5: −log σ is 1e5 on the wrong side, 0 on the right one.
    DpoLoss.Step wrong = DPO.step(pair(-1e6, 0), pair(0, 0));
    assertThat(wrong.loss()).isCloseTo(1e5, within(1e-6));
    assertThat(wrong.chosenGradient()).isEqualTo(-.1);
    DpoLoss.Step right = DPO.step(pair(0, -1e6), pair(0, 0));
    assertThat(right.loss()).isZero();
    assertThat(right.finite()).isTrue();
  }

  @Test
  void step_notANumber_isNotFinite() {
    assertThat(DPO.step(pair(Double.NaN, -1), pair(-1, -1)).finite()).isFalse();
    assertThat(DPO.step(pair(Double.NEGATIVE_INFINITY, -1), pair(-1, -1)).finite()).isFalse();
  }

  @Test
  void loss_impossibleSettings_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DpoLoss(0, 0))
        .withMessage("loss.beta: 0.0 is not above 0 and at most 1000");
    assertThatIllegalArgumentException().isThrownBy(() -> new DpoLoss(Double.NaN, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new DpoLoss(.1, .6));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DpoLoss(Objective.IPO, .1, .1, Measure.SUM, Measure.SUM));
    assertThatIllegalArgumentException().isThrownBy(() -> new CompletionLogProb(-1, 0));
  }

  @Property
  void gradient_anyLoss_isTheDifferenceQuotient(
      @ForAll Objective objective,
      @ForAll Measure policy,
      @ForAll Measure reference,
      @ForAll @DoubleRange(min = .01, max = 2) double beta,
      @ForAll @DoubleRange(max = .5) double smoothing,
      @ForAll @DoubleRange(min = -60, max = -1) double chosen,
      @ForAll @DoubleRange(min = -60, max = -1) double rejected,
      @ForAll @IntRange(min = 1, max = 50) int tokens) {
    DpoLoss loss =
        new DpoLoss(objective, beta, objective == Objective.IPO ? 0 : smoothing, policy, reference);
    PairLogProbs before = pair(-30, -31);
    double step = 1e-4;
    DpoLoss.Step here = loss.step(pair(chosen, rejected, tokens), before);
    double byChosen =
        (loss.step(pair(chosen + step, rejected, tokens), before).loss()
                - loss.step(pair(chosen - step, rejected, tokens), before).loss())
            / (2 * step);
    double byRejected =
        (loss.step(pair(chosen, rejected + step, tokens), before).loss()
                - loss.step(pair(chosen, rejected - step, tokens), before).loss())
            / (2 * step);
    assertThat(here.chosenGradient()).isCloseTo(byChosen, within(1e-5 * (1 + Math.abs(byChosen))));
    assertThat(here.rejectedGradient())
        .isCloseTo(byRejected, within(1e-5 * (1 + Math.abs(byRejected))));
  }

  private static PairLogProbs pair(double chosen, double rejected) {
    return new PairLogProbs(new CompletionLogProb(chosen, 2), new CompletionLogProb(rejected, 4));
  }

  private static PairLogProbs pair(double chosen, double rejected, int tokens) {
    return new PairLogProbs(
        new CompletionLogProb(chosen, tokens), new CompletionLogProb(rejected, tokens + 3));
  }
}
