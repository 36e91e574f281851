package decompgen.torch.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.policy.Sampling;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSamplerTest {
  /** Probabilities .5, .25, .15, .1 at temperature 1. */
  private static final double[] SHARES = {.25, .5, .1, .15};

  @Test
  void next_greedy_takesTheLikeliest() {
    assertThat(sampler(new Sampling(9, 0, 1, 0, 1, List.of(), 1)).next(logits())).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
  void next_logitThatIsNotFinite_isTheModelsFailure(float broken) {
    for (int i = 0; i < 3; i++)
      for (double temperature : new double[] {0, 1}) {
        float[] logits = {1, 2, 3};
        logits[i] = broken;
        TokenSampler sampler = sampler(new Sampling(9, temperature, 1, 0, 1, List.of(), 1));
        assertThatThrownBy(() -> sampler.next(logits))
            .isInstanceOfSatisfying(
                Failure.class, f -> assertThat(f.code()).isEqualTo(ErrorCode.MODEL_FAILED))
            .hasMessageContaining("a logit is " + broken);
      }
  }

  @Test
  void next_temperatureOne_drawsByProbability() {
    double[] drawn = drawn(new Sampling(9, 1, 1, 0, 1, List.of(), 1));
    for (int i = 0; i < SHARES.length; i++) assertThat(drawn[i]).isCloseTo(SHARES[i], within(.02));
  }

  @Test
  void next_temperatureHalf_squaresTheOdds() {
    // .5² : .25² = 4 : 1, and so on; .25 + .0625 + .0225 + .01 = .345
    double[] drawn = drawn(new Sampling(9, .5, 1, 0, 1, List.of(), 1));
    assertThat(drawn[1]).isCloseTo(.25 / .345, within(.02));
    assertThat(drawn[2]).isCloseTo(.01 / .345, within(.02));
  }

  @Test
  void next_topK_drawsAmongTheLikeliest() {
    double[] drawn = drawn(new Sampling(9, 1, 1, 2, 1, List.of(), 1));
    assertThat(drawn[1]).isCloseTo(2 / 3., within(.02));
    assertThat(drawn[2] + drawn[3]).isZero();
  }

  @Test
  void next_topP_keepsTheSmallestSetThatReachesIt() {
    // .5 < .7 <= .5 + .25
    double[] drawn = drawn(new Sampling(9, 1, .7, 0, 1, List.of(), 1));
    assertThat(drawn[0]).isCloseTo(1 / 3., within(.02));
    assertThat(drawn[2] + drawn[3]).isZero();
  }

  @Test
  void next_topPBelowTheLikeliest_isGreedy() {
    assertThat(drawn(new Sampling(9, 1, .01, 0, 1, List.of(), 1))[1]).isCloseTo(1, within(1e-6));
  }

  @Test
  void next_repetitionPenalty_dividesPositiveAndMultipliesNegativeLogitsOfSeenTokens() {
    Sampling sampling = new Sampling(9, 0, 1, 0, 2, List.of(), 1);
    TokenSampler sampler =
        new TokenSampler(sampling, new SplittableRandom(1), Set.of(), new long[] {0, 2});
    float[] logits = {3, 2, -1, -1.5f};
    // 3/2 = 1.5 < 2, so token 1; then 2/2 = 1 < 1.5, so token 0 again
    assertThat(sampler.next(logits)).isEqualTo(1);
    assertThat(logits).containsExactly(1.5f, 2, -2, -1.5f);
    assertThat(sampler.next(new float[] {3, 2, -1, -1.5f})).isZero();
  }

  @Test
  void next_suppressed_isNeverChosen() {
    for (Sampling sampling :
        List.of(
            Sampling.greedy(9),
            new Sampling(9, 1, 1, 0, 1, List.of(), 1),
            new Sampling(9, 1, .9, 3, 1, List.of(), 1))) {
      // token 9 is none of the four
      double[] drawn =
          drawn(
              new TokenSampler(sampling, new SplittableRandom(5), Set.of(1, 3, 9), new long[] {1}));
      assertThat(drawn[1] + drawn[3]).isZero();
      assertThat(drawn[0]).isPositive();
    }
  }

  private static double[] drawn(Sampling sampling) {
    return drawn(sampler(sampling));
  }

  private static double[] drawn(TokenSampler sampler) {
    double[] counts = new double[SHARES.length];
    int draws = 10_000;
    for (int i = 0; i < draws; i++) counts[sampler.next(logits())] += 1. / draws;
    return counts;
  }

  private static TokenSampler sampler(Sampling sampling) {
    return new TokenSampler(sampling, new SplittableRandom(5), Set.of(), new long[0]);
  }

  private static float[] logits() {
    float[] logits = new float[SHARES.length];
    for (int i = 0; i < logits.length; i++) logits[i] = (float) Math.log(SHARES[i]);
    return logits;
  }
}
