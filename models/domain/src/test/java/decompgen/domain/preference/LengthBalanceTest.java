package decompgen.domain.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LengthBalanceTest {
  private static List<Preference<Integer>> longerBy(int... words) {
    return IntStream.of(words)
        .mapToObj(
            by ->
                new Preference<>(new Candidate<>(by, 1, 3, 20 + by), new Candidate<>(by, 0, 3, 20)))
        .toList();
  }

  @Test
  void balance_chosenShorter_dropsTheShortestFirst() {
    // Mean length 18.5, wanted −.925; means −3, −1.2, −.25 as −12 and −5 go.
    List<Preference<Integer>> kept =
        new LengthBalance(-.05).balance(longerBy(-12, 0, -1, -5, 2, -2));
    assertThat(kept).extracting(Preference::longerBy).containsExactlyInAnyOrder(0, -1, 2, -2);
  }

  @Test
  void balance_chosenLonger_dropsTheLongestFirst() {
    List<Preference<Integer>> kept = new LengthBalance(0).balance(longerBy(9, 0, -1, 1));
    assertThat(kept).extracting(Preference::longerBy).containsExactlyInAnyOrder(0, -1, 1);
  }

  @Test
  void balance_alreadyThere_keepsAll() {
    assertThat(new LengthBalance(0).balance(longerBy(-1, 1))).hasSize(2);
    assertThat(new LengthBalance(0).balance(List.of())).isEmpty();
  }

  @Test
  void balance_outOfReach_keepsNone() {
    assertThat(new LengthBalance(.5).balance(longerBy(-1, -2))).isEmpty();
  }

  @Test
  void of_impossibleTarget_isRefused() {
    assertThatThrownBy(() -> new LengthBalance(-1)).hasMessage("length-balance: -1.0");
  }
}
