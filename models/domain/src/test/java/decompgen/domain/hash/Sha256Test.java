package decompgen.domain.hash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sha256Test {
  /** Of "abc", from FIPS 180-2's first example. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void hex_abc_isTheStandardsExample() {
    assertThat(Sha256.hex("abc".getBytes(UTF_8))).isEqualTo(ABC);
  }

  @Test
  void digest_inParts_isThatOfTheWhole() {
    var digest = Sha256.digest();
    digest.update("a".getBytes(UTF_8));
    digest.update("bc".getBytes(UTF_8));
    assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(ABC);
  }
}
