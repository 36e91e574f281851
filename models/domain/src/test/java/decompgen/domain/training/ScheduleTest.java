package decompgen.domain.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import decompgen.domain.training.Schedule.Decay;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void factor_linear_goesUpFromNothingThenDownToNothing() {
    // Two steps up, 18 down: s / 2, then (20 − s) / 18.
    Schedule linear = new Schedule(Decay.LINEAR, 2);
    assertThat(linear.factor(0, 20)).isZero();
    assertThat(linear.factor(1, 20)).isEqualTo(.5);
    assertThat(linear.factor(2, 20)).isEqualTo(1);
    assertThat(linear.factor(11, 20)).isEqualTo(.5);
    assertThat(linear.factor(19, 20)).isCloseTo(1.0 / 18, within(1e-15));
    assertThat(linear.factor(25, 20)).isZero();
  }

  @Test
  void factor_cosine_isHalfAWave() {
    // After 2 steps up, progress 9 of 18: (1 + cos(π/2)) / 2 = .5; 6 of 18: (1 + cos(π/3)) / 2 =
    // .75.
    Schedule cosine = new Schedule(Decay.COSINE, 2);
    assertThat(cosine.factor(2, 20)).isEqualTo(1);
    assertThat(cosine.factor(8, 20)).isCloseTo(.75, within(1e-12));
    assertThat(cosine.factor(11, 20)).isCloseTo(.5, within(1e-12));
  }

  @Test
  void factor_warmupBelowOne_isAShareOfAllStepsRoundedUp() {
    // .1 of 25 is 2.5, so 3 steps.
    Schedule constant = new Schedule(Decay.CONSTANT, .1);
    assertThat(constant.factor(2, 25)).isCloseTo(2.0 / 3, within(1e-15));
    assertThat(constant.factor(3, 25)).isEqualTo(1);
    assertThat(constant.factor(24, 25)).isEqualTo(1);
  }

  @Test
  void factor_noWarmup_startsAtTheTop() {
    assertThat(new Schedule(Decay.LINEAR, 0).factor(0, 10)).isEqualTo(1);
  }

  @Test
  void schedule_negativeWarmup_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Schedule(Decay.LINEAR, -1))
        .withMessageContaining("warmup: -1");
  }
}
