package decompgen.onnx.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
  private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rgb.png",
        "rgb.bmp",
        "rgb.gif",
        "rgb.jpg",
        "progressive.jpg",
        "lossy.webp",
        "lossless.webp",
        "palette.png",
        "palette.bmp",
        "alpha.png",
        "alpha.webp",
        "alpha-lossy.webp",
        "transparent.gif",
        "cmyk.jpg",
        "animated.gif",
        "animated.webp",
        "orientation-1.png",
        "orientation-2.png",
        "orientation-3.png",
        "orientation-4.png",
        "orientation-5.png",
        "orientation-6.png",
        "orientation-7.png",
        "orientation-8.png",
        "orientation-6.jpg",
        "orientation-8.jpg",
        "orientation-6.webp",
        "orientation-8.webp"
      })
  void decode_colouredQuarters_uprightOnWhite(String file) {
    Picture picture = decoder.decode(file(file));
    assertThat(picture.widthPixels()).isEqualTo(16);
    assertThat(picture.heightPixels()).isEqualTo(12);
    assertPixel(picture, 3, 2, 255, 0, 0);
    assertPixel(picture, 12, 2, 0, 255, 0);
    assertPixel(picture, 3, 9, 0, 0, 255);
    assertPixel(picture, 12, 9, 255, 255, 255);
  }

  @ParameterizedTest
  @ValueSource(strings = {"grey.png", "grey.jpg", "grey16.png", "grey-alpha.png"})
  void decode_greyQuarters_valuesAsTheyAre(String file) {
    Picture picture = decoder.decode(file(file));
    assertPixel(picture, 3, 2, 40, 40, 40);
    assertPixel(picture, 12, 2, 120, 120, 120);
    assertPixel(picture, 3, 9, 200, 200, 200);
    assertPixel(picture, 12, 9, 255, 255, 255);
  }

  @Test
  void decode_oneBitAPixel_blackAndWhite() {
    Picture picture = decoder.decode(file("bits.png"));
    assertPixel(picture, 12, 9, 255, 255, 255);
    for (byte value : picture.rgb()) assertThat(value & 255).isIn(0, 255);
  }

  @Test
  void decode_samplePhoto_idIsThatOfTheUpload() {
    byte[] coffee = Samples.photo("coffee");
    Picture picture = decoder.decode(coffee);
    assertThat(picture.id()).isEqualTo(PictureId.of(coffee));
    assertThat(picture.widthPixels()).isEqualTo(600);
    assertThat(picture.heightPixels()).isEqualTo(400);
    // first pixel of the reference
    assertPixel(picture, 0, 0, 21, 13, 8);
  }

  @Test
  void sample_unknownName_namesThoseThere() {
    assertThatThrownBy(() -> Samples.photo("../coffee"))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_FOUND))
        .hasMessageContaining("[astronaut, chelsea, coffee]");
  }

  @Test
  void decode_nothing_unreadable() {
    assertFails(new byte[0], ErrorCode.IMAGE_UNREADABLE, "no bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Hello, world", "%PDF-1.7", "BM is a text", "RIFFxxxxWAVE", "<svg/>", "x"})
  void decode_otherFormat_unknown(String text) {
    assertFails(
        text.getBytes(StandardCharsets.UTF_8),
        ErrorCode.IMAGE_FORMAT_UNKNOWN,
        "none of JPEG, PNG, WebP, GIF and BMP");
  }

  @Test
  void decode_moreBytesThanAllowed_tooLarge() {
    byte[] coffee = Samples.photo("coffee");
    ImageDecoder strict = new ImageDecoder(new ImageLimits(coffee.length - 1, 1_000_000));
    assertFails(strict, coffee, ErrorCode.IMAGE_TOO_LARGE, "at most 466,705 are accepted");
  }

  @ParameterizedTest
  @CsvSource({"rgb.png", "rgb.jpg", "rgb.gif", "rgb.bmp", "lossy.webp"})
  void decode_morePixelsThanAllowed_tooLarge(String file) {
    // 16 * 12 = 192
    new ImageDecoder(new ImageLimits(10_000, 192)).decode(file(file));
    ImageDecoder strict = new ImageDecoder(new ImageLimits(10_000, 191));
    assertFails(strict, file(file), ErrorCode.IMAGE_TOO_LARGE, "16x12, at most 191 pixels");
  }

  private static void assertPixel(Picture picture, int x, int y, int red, int green, int blue) {
    int at = 3 * (y * picture.widthPixels() + x);
    int[] expected = {red, green, blue};
    for (int channel = 0; channel < 3; channel++)
      assertThat(picture.rgb()[at + channel] & 255)
          .as("channel %d at %d,%d", channel, x, y)
          .isCloseTo(expected[channel], within(8)); // lossy formats come close only
  }

  private void assertFails(byte[] uploaded, ErrorCode code, String part) {
    assertFails(decoder, uploaded, code, part);
  }

  private static void assertFails(
      ImageDecoder decoder, byte[] uploaded, ErrorCode code, String part) {
    assertThatThrownBy(() -> decoder.decode(uploaded))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(code))
        .hasMessageContaining(part);
  }

  static byte[] file(String name) {
    try (InputStream in = ImageDecoderTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException failed) {
      throw new IllegalStateException(name, failed);
    }
  }
}
