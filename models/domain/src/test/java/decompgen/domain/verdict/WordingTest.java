package decompgen.domain.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.Character.UnicodeScript;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WordingTest {
  @Test
  void of_marksCaseAndWidth_leavesLettersAndWords() {
    Wording wording = Wording.of("  Ｐaint it, “BLACK”! 7-up");
    assertThat(wording.letters()).isEqualTo("paintitblack7up");
    assertThat(wording.words()).containsExactlyInAnyOrder("paint", "it", "black", "7", "up");
    assertThat(Wording.of("?! --").isEmpty()).isTrue();
  }

  @Test
  void distanceWithin_dropInsertAndChange_countOneEach() {
    // Of "hello": l dropped, x inserted, a for e; each 1 of 5.
    assertThat(distance("hello", "say helo you")).isCloseTo(.2, within(1e-12));
    assertThat(distance("hello", "say helxlo you")).isCloseTo(.2, within(1e-12));
    assertThat(distance("hello", "say hallo you")).isCloseTo(.2, within(1e-12));
  }

  @Test
  void distanceWithin_nothingRead_isOne() {
    assertThat(distance("hello", "")).isEqualTo(1);
    assertThat(distance("", "hello")).isZero();
  }

  @Test
  void worstWordWithin_oneWordChanged_itsDistance() {
    Wording text = Wording.of("check ford first");
    assertThat(Wording.of("Ford first").worstWordWithin(text)).isZero();
    // "last" in "first": two of four.
    assertThat(Wording.of("Ford last").worstWordWithin(text)).isCloseTo(.5, within(1e-12));
    assertThat(Wording.of("?").worstWordWithin(text)).isZero();
  }

  @Test
  void numbers_inWordsAndAlone_runsOfDigits() {
    assertThat(Wording.of("GM125, 8-1-09").numbers())
        .containsExactlyInAnyOrder("125", "8", "1", "09");
    assertThat(Wording.of("２ cats").numbers()).containsExactly("2");
    assertThat(Wording.of("cats").numbers()).isEmpty();
  }

  @Test
  void scripts_lettersOnly() {
    assertThat(Wording.of("СТОП 12 stop").scripts())
        .containsExactlyInAnyOrder(UnicodeScript.CYRILLIC, UnicodeScript.LATIN);
    assertThat(Wording.of("12!").scripts()).isEmpty();
  }

  @Property(tries = 200)
  void distanceWithin_aStretchOfTheText_isZero(
      @ForAll @AlphaChars @StringLength(max = 20) String before,
      @ForAll @AlphaChars @StringLength(min = 1, max = 20) String quote,
      @ForAll @AlphaChars @StringLength(max = 20) String after) {
    assertThat(distance(quote, before + quote + after)).isZero();
  }

  @Property(tries = 200)
  void distanceWithin_anyTexts_betweenZeroAndOne(
      @ForAll @StringLength(max = 30) String quote, @ForAll @StringLength(max = 30) String text) {
    assertThat(distance(quote, text)).isBetween(0.0, 1.0);
  }

  private static double distance(String quote, String text) {
    return Wording.of(quote).distanceWithin(Wording.of(text));
  }
}
