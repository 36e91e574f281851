package decompgen.onnx.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.picture.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A corpus of broken files, made from good ones: a picture or a {@link Failure}, nothing else. */
class BadImagesTest {
  private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

  /** Flipped bits often claim megapixels; small ones keep the test short. */
  private final ImageDecoder strict = new ImageDecoder(new ImageLimits(10_000, 100_000));

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
  void decode_photoBrokenOff_unreadable(String format) throws IOException {
    byte[] photo = photo(format);
    for (int percent = 1; percent < 100; percent += 7) {
      byte[] part = Arrays.copyOf(photo, photo.length * percent / 100);
      assertThat(codeOf(part))
          .as("%s: %d %%", format, percent)
          .isEqualTo(ErrorCode.IMAGE_UNREADABLE);
    }
  }

  static Stream<String> smallFiles() {
    return Stream.of(
        "rgb.png",
        "palette.png",
        "alpha.png",
        "rgb.jpg",
        "progressive.jpg",
        "cmyk.jpg",
        "rgb.gif",
        "animated.gif",
        "rgb.bmp",
        "palette.bmp",
        "lossy.webp",
        "lossless.webp",
        "alpha-lossy.webp",
        "animated.webp",
        "orientation-6.jpg",
        "orientation-6.png",
        "orientation-6.webp");
  }

  @ParameterizedTest
  @MethodSource("smallFiles")
  void decode_smallFileBrokenOffAnywhere_neverAnotherException(String name) {
    byte[] file = ImageDecoderTest.file(name);
    for (int length = 0; length < file.length; length++) tolerate(Arrays.copyOf(file, length));
  }

  @ParameterizedTest
  @MethodSource("smallFiles")
  void decode_bitsFlipped_neverAnotherException(String name) {
    byte[] file = ImageDecoderTest.file(name);
    for (int bit = 0; bit < 8 * file.length; bit += 3) {
      byte[] flipped = file.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      tolerate(flipped);
    }
    Random random = new Random(7);
    for (int round = 0; round < 100; round++) {
      byte[] noisy = file.clone();
      for (int i = 0; i < 8; i++) noisy[random.nextInt(file.length)] = (byte) random.nextInt(256);
      tolerate(noisy);
    }
  }

  @Test
  void decode_pngThatClaimsMorePixelsThanAllowed_tooLargeBeforeAllocation() throws IOException {
    byte[] bomb = png(100_000, 100_000, new byte[1 << 20]);
    assertThat(codeOf(bomb)).isEqualTo(ErrorCode.IMAGE_TOO_LARGE);
  }

  @Test
  void decode_pngThatClaimsMorePixelsThanItHas_unreadable() throws IOException {
    assertThat(codeOf(png(5_000, 5_000, new byte[100]))).isEqualTo(ErrorCode.IMAGE_UNREADABLE);
  }

  @Test
  void decode_smallFileOfManyEqualPixels_isAPicture() throws IOException {
    // 3,000 rows of 1 filter byte and 3 * 2,000 samples: 18 MB in 18 kB
    byte[] file = png(2_000, 3_000, new byte[3_000 * (1 + 6_000)]);
    assertThat(file.length).isLessThan(20_000);
    assertThat(decoder.decode(file).heightPixels()).isEqualTo(3_000);
  }

  @Test
  void decode_onePixel_isAPicture() throws IOException {
    Picture picture = decoder.decode(png(1, 1, new byte[] {0, 9, 8, 7}));
    assertThat(picture.rgb()).containsExactly(9, 8, 7);
  }

  @Test
  void decode_onePixelWide_isAPicture() throws IOException {
    Picture picture = decoder.decode(png(1, 60_000, new byte[4 * 60_000]));
    assertThat(picture.heightPixels()).isEqualTo(60_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lossy.webp", "lossless.webp", "alpha-lossy.webp", "animated.webp"})
  void decode_webpBrokenOffAnywhere_unreadable(String name) {
    byte[] file = ImageDecoderTest.file(name);
    for (int length = 12; length < file.length - 1; length++) // the last byte may be padding
    assertThat(codeOf(Arrays.copyOf(file, length))).isEqualTo(ErrorCode.IMAGE_UNREADABLE);
  }

  @Test
  @Timeout(5) // the decoder alone takes half a minute, reading zeros past the end
  void decode_webpWhoseCodesReachPastItsEnd_endsSoon() {
    byte[] file = ImageDecoderTest.file("animated.webp");
    file[88] ^= (byte) 0x80;
    assertThat(codeOf(file)).isEqualTo(ErrorCode.IMAGE_UNREADABLE);
  }

  @Test
  void decode_jpegWithWrongHeight_unreadable() {
    byte[] file = ImageDecoderTest.file("rgb.jpg");
    int frame = indexOf(file, 0xff, 0xc0);
    file[frame + 5] = 0x10; // the height's high byte: 12 + 4,096 rows, of which 12 are there
    assertThat(codeOf(file)).isEqualTo(ErrorCode.IMAGE_UNREADABLE);
  }

  @Test
  void decode_jpegOfManyScans_tooLarge() {
    byte[] file = ImageDecoderTest.file("progressive.jpg");
    ImageDecoder small = new ImageDecoder(new ImageLimits(10_000, 192));
    assertThat(small.decode(file).widthPixels()).isEqualTo(16); // with its 10 scans
    byte[] many = Arrays.copyOf(file, file.length + 2 * 7); // 7 more make 17
    for (int i = file.length; i < many.length; i += 2) {
      many[i] = (byte) 0xff;
      many[i + 1] = (byte) 0xda;
    }
    assertThat(codeOf(small, many)).isEqualTo(ErrorCode.IMAGE_TOO_LARGE);
  }

  @Test
  void decode_exifThatPointsOutside_isUpright() {
    byte[] file = ImageDecoderTest.file("orientation-6.jpg");
    int tiff = indexOf(file, 'M', 'M');
    ByteBuffer.wrap(file).putInt(tiff + 4, 0x7fff_ffff);
    Picture picture = decoder.decode(file);
    assertThat(picture.widthPixels()).isEqualTo(12); // as stored, lying on its side
  }

  private void tolerate(byte[] file) {
    codeOf(strict, file);
  }

  private ErrorCode codeOf(byte[] file) {
    return codeOf(decoder, file);
  }

  /** The code of the failure, {@code INTERNAL} when there is a picture. */
  private static ErrorCode codeOf(ImageDecoder decoder, byte[] file) {
    try {
      decoder.decode(file);
      return ErrorCode.INTERNAL;
    } catch (Failure failure) {
      assertThat(failure.detail()).hasSizeGreaterThan(20);
      return failure.code();
    } catch (Throwable other) {
      return fail("no Failure", other);
    }
  }

  private static byte[] photo(String format) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(Samples.photo("chelsea")));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return out.toByteArray();
  }

  /** A PNG file, 8-bit RGB, with these bytes as its inflated data. */
  private static byte[] png(int width, int height, byte[] inflated) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(inflated);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    chunk(file, "IHDR", header);
    chunk(file, "IDAT", packed.toByteArray());
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream file, String name, byte[] data)
      throws IOException {
    CRC32 crc = new CRC32();
    crc.update(name.getBytes(StandardCharsets.US_ASCII));
    crc.update(data);
    file.write(ByteBuffer.allocate(4).putInt(data.length).array());
    file.write(name.getBytes(StandardCharsets.US_ASCII));
    file.write(data);
    file.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  private static int indexOf(byte[] file, int first, int second) {
    for (int i = 0; i < file.length - 1; i++)
      if ((file[i] & 255) == first && (file[i + 1] & 255) == second) return i;
    throw new AssertionError("not found");
  }
}
