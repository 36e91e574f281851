package decompgen.domain.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import decompgen.domain.verdict.Verdict;
import org.junit.jupiter.api.Test;

class TallyTest {
  @Test
  void plus_eachVerdict_countsWhatIsDecided() {
    Tally tally = Tally.NONE;
    for (Verdict verdict : Verdict.values()) tally = tally.plus(verdict);
    assertThat(tally).isEqualTo(new Tally(4, 1, 1));
  }

  @Test
  void trust_threeOfFour_isThreeQuarters() {
    Tally tally = new Tally(6, 3, 1);
    assertThat(tally.trust()).hasValue(.75);
    // 4 of 6 decided.
    assertThat(tally.coverage()).isEqualTo(4.0 / 6);
    assertThat(tally.sourceScore()).isEqualTo(-.25);
  }

  @Test
  void trust_nothingDecided_absent() {
    assertThat(new Tally(2, 0, 0).trust()).isEmpty();
    assertThat(Tally.NONE.coverage()).isZero();
  }

  @Test
  void tally_moreDecidedThanClaims_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Tally(1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Tally(1, -1, 1));
  }
}
