package decompgen.loadtests.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DsgWordsTest {
  @ParameterizedTest
  @CsvSource({
    "people, person",
    "sitting, sit",
    "grey, gray",
    "glass, glass",
    "bus, bus",
    "cat, cat",
    "gas, gas",
    "berries, berry",
    "glasses, glass",
    "brushes, brush",
    "benches, bench",
    "boxes, box",
    "quizzes, quizz",
    "cups, cup",
    "jumping, jump",
    "digging, dig",
    "falling, fall",
    "passing, pass",
    "ring, ring",
    "painted, paint",
    "stopped, stopp",
    "seed, se"
  })
  void lemma_eachRule_asScored(String form, String lemma) {
    assertThat(DsgWords.lemma(form)).isEqualTo(lemma);
  }

  @Test
  void head_phrase_isItsLastWordWithoutFinalE() {
    assertThat(DsgWords.head("The wooden dining tables")).isEqualTo("tabl");
    assertThat(DsgWords.head("the")).isEmpty();
  }

  @Test
  void content_phrase_isAllWordsButSmallOnes() {
    assertThat(DsgWords.content("made of White marble"))
        .containsExactlyInAnyOrder("mad", "whit", "marbl");
  }

  @Test
  void number_wordsAndDigits() {
    assertThat(DsgWords.number(" Twelve")).hasValue(12);
    assertThat(DsgWords.number("==3")).hasValue(3);
    assertThat(DsgWords.number("many")).isEmpty();
  }
}
