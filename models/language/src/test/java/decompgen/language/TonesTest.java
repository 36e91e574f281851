package decompgen.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of the picture itself. */
class TonesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "The photo is black and white.",
        "A black-and-white photo of a man on a bench.",
        "The photo is in black and white, showing a street.",
        "It is a monochrome photo.",
        "A photo in greyscale.",
        "A vintage black and white photo shows two men."
      })
  void decompose_blackAndWhitePicture_claimedOfThePicture(String sentence) {
    assertThat(Said.in(sentence)).contains("black and white photo!");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A black and white cat sits in the photo.",
        "The photo shows a cat in black and white.",
        "The photo is not black and white.",
        "A black and white dog is in a photo.",
        "The photo is black and red."
      })
  void decompose_thingsOrDenials_notOfThePicture(String sentence) {
    assertThat(Said.in(sentence)).noneMatch(said -> said.startsWith("black and white"));
  }
}
