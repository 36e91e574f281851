package decompgen.domain.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  @Test
  void of_versions_isTheStartOfTheirSha256() {
    // SHA-256 of "abc" is ba7816bf 8f01cfea 414140de… (FIPS 180-4, example).
    assertThat(Fingerprint.of(List.of("abc"))).hasToString("ba7816bf8f01cfea");
  }

  @Test
  void of_otherOrderOrCut_differs() {
    assertThat(Fingerprint.of(List.of("a", "b")))
        .isEqualTo(Fingerprint.of(List.of("a", "b")))
        .isNotEqualTo(Fingerprint.of(List.of("b", "a")))
        .isNotEqualTo(Fingerprint.of(List.of("ab")));
  }

  @Test
  void scoreId_textAndBack_same() {
    ScoreId id = ScoreId.random();
    assertThat(ScoreId.parse(id.toString())).isEqualTo(id);
    assertThatIllegalArgumentException().isThrownBy(() -> ScoreId.parse("../../etc"));
  }
}
