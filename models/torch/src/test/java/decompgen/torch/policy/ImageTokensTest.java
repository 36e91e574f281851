package decompgen.torch.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.Failure;
import org.junit.jupiter.api.Test;

class ImageTokensTest {
  private static final ImageTokens LLAVA = new ImageTokens.Repeated(9, 3);
  private static final ImageTokens QWEN = new ImageTokens.Between(7, 2);

  @Test
  void expand_oneIdAPicture_isRepeated() {
    assertThat(LLAVA.expand(new long[] {1, 9, 2, 9}, 2)).containsExactly(1, 9, 9, 9, 2, 9, 9, 9);
  }

  @Test
  void expand_expandedIds_stay() {
    assertThat(LLAVA.expand(new long[] {1, 9, 9, 9, 2}, 1)).containsExactly(1, 9, 9, 9, 2);
  }

  @Test
  void expand_otherNumberOfPictures_isRefused() {
    assertThatThrownBy(() -> LLAVA.expand(new long[] {1, 9, 9, 2}, 1))
        .isInstanceOf(Failure.class)
        .hasMessage(
            "the prompt has 2 image tokens (id 9) for 1 pictures; a picture takes one, or 3");
    assertThatThrownBy(() -> LLAVA.expand(new long[] {1, 2}, 1)).isInstanceOf(Failure.class);
    assertThatThrownBy(() -> LLAVA.expand(new long[] {9}, 0)).isInstanceOf(Failure.class);
  }

  @Test
  void starts_adjacentPictures_areTold() {
    assertThat(LLAVA.starts(new long[] {9, 9, 9, 9, 9, 9, 1}, 2)).containsExactly(0, 3);
    assertThat(LLAVA.starts(new long[] {1, 9, 9, 9, 2, 9, 9, 9}, 2)).containsExactly(1, 5);
  }

  @Test
  void starts_tornPicture_isRefused() {
    assertThatThrownBy(() -> LLAVA.starts(new long[] {9, 9, 1, 9}, 1))
        .hasMessage("the image tokens from position 0 on are fewer than 3");
  }

  @Test
  void starts_spans_areAfterTheirBegin() {
    assertThat(QWEN.starts(new long[] {1, 7, 50, 51, 8, 2, 7, 52, 53, 8}, 2)).containsExactly(2, 7);
  }

  @Test
  void starts_spanOfAnotherLength_isRefused() {
    assertThatThrownBy(() -> QWEN.starts(new long[] {7, 50, 8}, 1))
        .hasMessage("the image span at position 0 does not hold 2 tokens");
    assertThatThrownBy(() -> QWEN.starts(new long[] {7, 50, 51, 52, 8}, 1))
        .hasMessage("the image span at position 0 does not hold 2 tokens");
    assertThatThrownBy(() -> QWEN.starts(new long[] {7, 50, 51, 8}, 2))
        .hasMessage("the prompt has 1 image spans (id 7) for 2 pictures");
  }

  @Test
  void reserved_arePicturesAndWhatSurroundsThem() {
    assertThat(LLAVA.reserved()).containsExactly(9);
    assertThat(QWEN.reserved()).containsExactlyInAnyOrder(7, 8, 9);
    assertThat(new ImageTokens.None().reserved()).isEmpty();
  }

  @Test
  void textAlone_refusesPictures() {
    ImageTokens none = new ImageTokens.None();
    assertThat(none.expand(new long[] {1, 2}, 0)).containsExactly(1, 2);
    assertThatThrownBy(() -> none.expand(new long[] {1, 2}, 1))
        .hasMessage("the policy takes no pictures, the prompt has 1");
  }
}
