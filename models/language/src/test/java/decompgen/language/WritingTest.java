package decompgen.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What can be read in the picture, where it is written and in which colour. */
class WritingTest {
  @Test
  void decompose_quotation_isText() {
    assertThat(Said.in("A sign that reads “Main St”.")).containsExactly("sign", "'Main St'");
    assertThat(Said.in("The sign says STOP.")).containsExactly("sign", "'STOP'");
    assertThat(Said.in("A shirt with the word 'LOVE' on it.")).contains("shirt", "'LOVE'");
    assertThat(Said.in("A banner reading «Bienvenue!»")).contains("'Bienvenue!'");
    assertThat(Said.in("The so-called \"king\" sits.")).doesNotContain("'king'");
  }

  @Test
  void decompose_placeAndColourOfText_areClaims() {
    assertThat(Said.in("A mug with the text \"coffee\" written on it."))
        .containsExactly("mug", "'coffee'", "text@on:mug");
    assertThat(Said.in("The words 'open late' are written on the door in white."))
        .contains("word@on:door", "white word!");
    assertThat(Said.in("The sign reads 'STOP' in red letters.")).doesNotContain("sign[read]text");
  }
}
