package decompgen.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplingTest {
  @Test
  void sampling_outOfRange_refusedByNameWithTheRange() {
    refused("max-tokens: 0 is not 1 to 8192", 0, 0, 1, 0, 1);
    refused("max-tokens: 8193 is not 1 to 8192", 8193, 0, 1, 0, 1);
    refused("temperature: 2.5 is not 0 to 2", 1, 2.5, 1, 0, 1);
    refused("temperature: NaN is not 0 to 2", 1, Double.NaN, 1, 0, 1);
    refused("top-p: 0.0 is not above 0 and at most 1", 1, 0, 0, 0, 1);
    refused("top-k: -1 is not 0 or more", 1, 0, 1, -1, 1);
    refused("repetition-penalty: 0.5 is not 1 to 10", 1, 0, 1, 0, .5);
  }

  @Test
  void sampling_emptyStopOrTooMany_refused() {
    for (List<String> stops : List.of(List.of(""), Collections.nCopies(17, "a")))
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Sampling(1, 0, 1, 0, 1, stops, 0))
          .withMessageStartingWith("stop: ")
          .withMessageEndingWith(" is not at most 16 texts, none empty");
  }

  @Test
  void greedy_takesTheLikeliestToken() {
    assertThat(Sampling.greedy(8192).isGreedy()).isTrue();
    assertThat(new Sampling(1, 2, 1, 0, 10, List.of("###"), 7).isGreedy()).isFalse();
  }

  private static void refused(
      String message, int maxTokens, double temperature, double topP, int topK, double penalty) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sampling(maxTokens, temperature, topP, topK, penalty, List.of(), 0))
        .withMessage(message);
  }
}
