package decompgen.language;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.claim.Sentence;
import decompgen.domain.claim.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
  private static List<String> texts(String response) {
    return Sentences.of(response).stream().map(Sentence::text).toList();
  }

  @Test
  void of_fullStops_cut() {
    assertThat(texts("A dog. A cat! Is it? Yes"))
        .containsExactly("A dog.", "A cat!", "Is it?", "Yes");
  }

  @Test
  void of_abbreviationsAndNumbers_notCut() {
    assertThat(texts("Mr. Smith has 2.5 dogs, e.g. a pug. He sits."))
        .containsExactly("Mr. Smith has 2.5 dogs, e.g. a pug.", "He sits.");
    assertThat(texts("Cups, plates etc. The table is set."))
        .containsExactly("Cups, plates etc.", "The table is set.");
  }

  @Test
  void of_markdown_marksAreOutside() {
    assertThat(texts("# Title\n\n- **A dog** runs\n- a cat\n\n1. One car\n2) two cars"))
        .containsExactly("Title", "A dog** runs", "a cat", "One car", "two cars");
  }

  @Test
  void of_emoji_spansCountCodePoints() {
    // "🐶 A dog. " is 9 code points long but 10 chars; the second sentence starts at 9.
    var sentences = Sentences.of("🐶 A dog. A cat.");
    assertThat(sentences.get(1).span()).isEqualTo(new Span(9, 15));
    assertThat(sentences.get(1).span().cut("🐶 A dog. A cat.")).isEqualTo("A cat.");
  }

  @Test
  void of_noEnd_isCutAtBlanks() {
    assertThat(Sentences.of("word ".repeat(1000)))
        .hasSizeGreaterThan(8)
        .allMatch(sentence -> sentence.text().length() <= Sentences.MAX_CHARS);
  }

  @Test
  void of_blank_nothing() {
    assertThat(Sentences.of(" \n ")).isEmpty();
    assertThat(Sentences.of("…")).hasSize(1);
  }
}
