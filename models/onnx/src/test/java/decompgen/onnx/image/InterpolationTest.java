package decompgen.onnx.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.hash.Sha256;
import decompgen.domain.picture.Box;
import decompgen.domain.picture.Crop;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpolationTest {
  /** SHA-256 of the resized bytes: made with numpy in double precision, and with Pillow. */
  @ParameterizedTest
  @CsvSource({
    "chelsea, BILINEAR, 448, 83fbe62f73f44e52ffeeb8adcea1d0d4ebd7c08c2b31fa9fe34826a5a76560c5",
    "chelsea, BILINEAR, 300, 0354c017b38cb4dec4ed6143c173b8533e80a589979a855351cfe760e277945d",
    "chelsea, BILINEAR_ANTIALIASED, 448, 06d6c88bc4a6747ce8eb973f904f9bc04913c7f747ff533be719798d0796e7c9",
    "chelsea, BILINEAR_ANTIALIASED, 300, ac29350952a424b67008b20ee7b10a4220f9cbe35f2b3429778cc7cc6a8130b0",
    "coffee, BILINEAR, 448, 707c3b697b384a8329c91f197adce18e8be78500abd28d6a842859f490444e13",
    "coffee, BILINEAR, 300, 987d4cdbfe4fa075541d87d8834f3c7607a9c3e9b9958790c4cf6bb7252d584f",
    "coffee, BILINEAR_ANTIALIASED, 448, b0388ad5567b90f9d02348f60395fbd8bb7cb03406ff61ad9d82b4ce74ae1728",
    "coffee, BILINEAR_ANTIALIASED, 300, 5339502acb7b2576a4f27b1e00853e91a7881c23d3531665dd1252e811d2bf2f",
    "astronaut, BILINEAR, 448, f09154c1ad1ac7ab60dc5f9fcb675fc2450925b5f00f1f565ca8d23125d29f4b",
    "astronaut, BILINEAR, 300, 02f4f95ecc9779c0cd10dfd0f295b1f1eb6beb992c44ad366c6d1b7bae192966",
    "astronaut, BILINEAR_ANTIALIASED, 448, 255942cd5062ccee4ede1473f0063d620da128ee49aebeaa89710906a44161b0",
    "astronaut, BILINEAR_ANTIALIASED, 300, c715bffb1c03f88950857bcaa425ca50f5bdd0250eba225df59e7d40c1474dec",
  })
  void resize_samplePhoto_givesTheReferenceBytes(
      String sample, Interpolation interpolation, int side, String sha256) {
    Picture photo = new ImageDecoder(ImageLimits.DEFAULT).decode(Samples.photo(sample));
    byte[] resized = interpolation.resize(photo, Crop.whole(photo), side, side);
    assertThat(Sha256.hex(resized)).isEqualTo(sha256);
  }

  @Test
  void resize_twoPixelsToFour_bilinear() {
    // p = (i + .5)/2 - .5 = -.25, .25, .75, 1.25, clamped to 0..1: 0, 25, 75, 100 of 0..100
    assertThat(red(Interpolation.BILINEAR.resize(row(0, 100), new Crop(0, 0, 2, 1), 4, 1)))
        .containsExactly(0, 25, 75, 100);
  }

  @Test
  void resize_fourPixelsToOne_antialiasedSeesThemAll() {
    // centre 2, reach 4: weights 1 - |x + .5 - 2|/4 = .625 .875 .875 .625, sum 3; (.625*80)/3 =
    // 16.7
    assertThat(
            red(
                Interpolation.BILINEAR_ANTIALIASED.resize(
                    row(0, 0, 0, 80), new Crop(0, 0, 4, 1), 1, 1)))
        .containsExactly(17);
    // plain: p = 1.5, between the second and the third
    assertThat(red(Interpolation.BILINEAR.resize(row(0, 0, 0, 80), new Crop(0, 0, 4, 1), 1, 1)))
        .containsExactly(0);
  }

  @ParameterizedTest
  @CsvSource({"BILINEAR", "BILINEAR_ANTIALIASED"})
  void resize_cropOfPicture_equalsThatPictureAlone(Interpolation interpolation) {
    assertThat(interpolation.resize(row(9, 0, 100, 9), new Crop(1, 0, 2, 1), 5, 3))
        .isEqualTo(interpolation.resize(row(0, 100), new Crop(0, 0, 2, 1), 5, 3));
  }

  @Test
  void resize_cropOutsideThePicture_isRefused() {
    assertThatThrownBy(() -> Interpolation.BILINEAR.resize(row(1, 2), new Crop(1, 0, 2, 1), 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leaves 2x1");
  }

  @Test
  void cropOf_box_takesEveryPixelItTouches() {
    Picture ten = row(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(Crop.of(ten, new Box(.25, 0, .51, 1))).isEqualTo(new Crop(2, 0, 4, 1));
    assertThat(Crop.of(ten, new Box(1, 1, 1, 1))).isEqualTo(new Crop(9, 0, 1, 1));
    assertThat(new Crop(2, 0, 4, 1).placed(new Box(.5, 0, 1, 1), ten))
        .isEqualTo(new Box(.4, 0, .6, 1));
  }

  private static Picture row(int... reds) {
    byte[] rgb = new byte[3 * reds.length];
    for (int x = 0; x < reds.length; x++) rgb[3 * x] = (byte) reds[x];
    return new Picture(PictureId.of(rgb), reds.length, 1, rgb);
  }

  private static int[] red(byte[] rgb) {
    int[] reds = new int[rgb.length / 3];
    for (int x = 0; x < reds.length; x++) reds[x] = rgb[3 * x] & 255;
    return reds;
  }
}
