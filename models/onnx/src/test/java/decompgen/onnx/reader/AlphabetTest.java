package decompgen.onnx.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlphabetTest {
  /** Classes: 0 blank, 1 a, 2 b, 3 space. */
  private static final Alphabet ALPHABET = Alphabet.of(List.of("a", "b"));

  @Test
  void of_characters_blankAndSpaceAdded() {
    assertThat(ALPHABET.symbols()).containsExactly("a", "b", " ");
    assertThat(ALPHABET.classes()).isEqualTo(4);
  }

  @Test
  void of_fullWidthDigit_usualDigit() {
    assertThat(Alphabet.of(List.of("５")).symbols()).containsExactly("5", " ");
  }

  @Test
  void decode_repetitionsAndBlanks_removed() {
    // a a blank a space b b: "aa b"; of a repeated character the first probability counts
    Transcript read =
        decode(new int[] {1, 1, 0, 1, 3, 2, 2}, new double[] {.9, .5, .8, .7, .6, 1, .4});
    assertThat(read.text()).isEqualTo("aa b");
    assertThat(read.confidence()).isCloseTo((.9 + .7 + .6 + 1) / 4, within(1e-6));
  }

  @Test
  void decode_blanksOnly_emptyWithoutConfidence() {
    assertThat(decode(new int[] {0, 0}, new double[] {.9, .9})).isEqualTo(new Transcript("", 0));
  }

  @Test
  void decode_offset_startsThere() {
    float[] two = new float[8];
    two[1] = 1; // a
    two[4 + 2] = 1; // b
    assertThat(ALPHABET.decode(two, 4, 1).text()).isEqualTo("b");
  }

  private static Transcript decode(int[] classes, double[] probabilities) {
    float[] values = new float[classes.length * 4];
    for (int step = 0; step < classes.length; step++)
      values[step * 4 + classes[step]] = (float) probabilities[step];
    return ALPHABET.decode(values, 0, classes.length);
  }
}
