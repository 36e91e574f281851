package decompgen.domain.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairingTest {
  private static final Pairing DEFAULT = Pairing.DEFAULT;

  private static Candidate<String> response(String name, double trust, int decided, int words) {
    return new Candidate<>(name, trust, decided, words);
  }

  @Test
  void pairs_differentTrust_areOrderedByDifference() {
    List<Preference<String>> pairs =
        DEFAULT.pairs(
            List.of(response("a", .5, 4, 20), response("b", .8, 5, 20), response("c", 1, 3, 20)));
    assertThat(pairs)
        .extracting(pair -> pair.chosen().response() + pair.rejected().response())
        .containsExactly("ca", "ba"); // c over b differs by .2 only; .8 − .5 counts as .3
  }

  @Test
  void pairs_vagueOrUnequallyLong_areNone() {
    assertThat(DEFAULT.pairs(List.of(response("a", .5, 4, 20), response("b", 1, 2, 20)))).isEmpty();
    assertThat(DEFAULT.pairs(List.of(response("a", .5, 4, 21), response("b", 1, 4, 10)))).isEmpty();
    assertThat(DEFAULT.pairs(List.of(response("a", .5, 4, 20), response("b", 1, 4, 10))))
        .hasSize(1);
  }

  @Test
  void pairs_nothingDecided_areNone() {
    assertThat(DEFAULT.pairs(List.of(response("a", Double.NaN, 0, 20), response("b", 1, 4, 20))))
        .isEmpty();
  }

  @Test
  void pairs_more_areLimited() {
    List<Candidate<String>> some =
        List.of(
            response("a", 0, 4, 9),
            response("b", 0, 4, 9),
            response("c", 0, 4, 9),
            response("d", 1, 4, 9),
            response("e", 1, 4, 9),
            response("f", .9, 4, 9));
    assertThat(DEFAULT.pairs(some)).hasSize(6).allMatch(pair -> pair.difference() == 1);
  }

  @Test
  void of_impossibleRules_areRefused() {
    assertThatThrownBy(() -> new Pairing(0, 3, 2, 6)).hasMessage("min-difference: 0.0");
    assertThatThrownBy(() -> new Pairing(.3, 0, 2, 6)).hasMessage("min-decided: 0");
    assertThatThrownBy(() -> new Pairing(.3, 3, .5, 6)).hasMessage("max-length-ratio: 0.5");
    assertThatThrownBy(() -> new Pairing(.3, 3, 2, 0)).hasMessage("max-per-prompt: 0");
    assertThatThrownBy(() -> response("a", 1.1, 1, 1)).hasMessage("trust: 1.1");
    assertThatThrownBy(() -> response("a", 1, -1, 1)).hasMessage("decided: -1");
    assertThatThrownBy(() -> response("a", 1, 1, -1)).hasMessage("words: -1");
    Candidate<String> same = response("a", 1, 1, 1);
    assertThatThrownBy(() -> new Preference<>(same, same)).hasMessageContaining("1.0 of chosen");
  }
}
