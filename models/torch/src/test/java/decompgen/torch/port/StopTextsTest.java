package decompgen.torch.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StopTextsTest {
  @Test
  void add_noStops_tellsAllAtOnce() {
    StopTexts texts = new StopTexts(List.of());
    assertThat(texts.add("A cat")).isEqualTo("A cat");
    assertThat(texts.add(".")).isEqualTo(".");
    assertThat(texts.end()).isEmpty();
    assertThat(texts.text()).isEqualTo("A cat.");
  }

  @Test
  void add_whatMayBeginAStop_isHeldBackUntilItIsKnown() {
    StopTexts texts = new StopTexts(List.of("USER:"));
    assertThat(texts.add("A cat. US")).isEqualTo("A cat. ");
    assertThat(texts.add("ed")).isEqualTo("USed");
    assertThat(texts.stopped()).isFalse();
  }

  @Test
  void add_stopAcrossPieces_endsBeforeIt() {
    StopTexts texts = new StopTexts(List.of("USER:", "###"));
    assertThat(texts.add("A cat.#")).isEqualTo("A cat.");
    assertThat(texts.add("## USER: more")).isEmpty();
    assertThat(texts.stopped()).isTrue();
    assertThat(texts.add("never")).isEmpty();
    assertThat(texts.text()).isEqualTo("A cat.");
  }

  @Test
  void add_twoStops_theEarlierCounts() {
    StopTexts texts = new StopTexts(List.of("dog", "a"));
    assertThat(texts.add("The cat and the dog")).isEqualTo("The c");
  }

  @Test
  void end_heldBackTextIsTold() {
    StopTexts texts = new StopTexts(List.of("..."));
    assertThat(texts.add("Done..")).isEqualTo("Done");
    assertThat(texts.end()).isEqualTo("..");
    assertThat(texts.text()).isEqualTo("Done..");
  }
}
