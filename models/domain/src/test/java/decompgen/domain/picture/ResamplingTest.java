package decompgen.domain.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import decompgen.domain.hash.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplingTest {
  /** SHA-256 of the bytes that Pillow 13.0.0 gives for the same crop. */
  @ParameterizedTest
  @CsvSource({
    "BILINEAR, 10, 9, f3e052a1becd72b6beddefad581bfb6b515af201e78b24e7a667b6ac390c2589",
    "BILINEAR, 80, 60, 7dc9c0bf3d231e7e781bad492544f0ead535d91bbe615756de908cc6001ac7e5",
    "BILINEAR, 37, 5, 315e0050f4a6be6ece1b98212fb613e6d3feafb43ce0ccef8d5b6fdaf6aa6aa9",
    "BILINEAR, 1, 1, 74e8f0f87be117e36bbad1ae7b27222a6d1601586879d8e76a6b6cff5a69c54f",
    "BICUBIC, 10, 9, 2603bcb2084f443c85052ad7d7e76fb69eab5ca67aefc88634f07caad43f0f6a",
    "BICUBIC, 80, 60, 4c2d6aff89cbc990f67fb60af6827e16454318f5483ef8a36997c49bee2212e9",
    "BICUBIC, 37, 5, 265d1fac61b5a6e4634cef2d4cb032cdced7be542ff087f138d22c4156eca3a5",
    "BICUBIC, 1, 1, cfe3b655be1ff40ff45bfa6bd77f12787178061ad00ec456b43ef48c37d6aa77",
  })
  void resize_cropOfPattern_givesPillowsBytes(
      Resampling resampling, int width, int height, String sha256) {
    byte[] resized = resampling.resize(pattern(), new Crop(3, 2, 30, 20), width, height);
    assertThat(Sha256.hex(resized)).isEqualTo(sha256);
  }

  /** Red, green and blue are channel 0, 1, 2 of (7x + 13y² + 31·channel·x·y) mod 256. */
  private static Picture pattern() {
    byte[] rgb = new byte[37 * 23 * 3];
    for (int i = 0; i < rgb.length; i++) {
      int x = i / 3 % 37;
      int y = i / 3 / 37;
      rgb[i] = (byte) (7 * x + 13 * y * y + 31 * (i % 3) * x * y);
    }
    return new Picture(PictureId.of(rgb), 37, 23, rgb);
  }

  @Test
  void resize_edgeByCubic_overshootIsCutOff() {
    // The cubic at distances .25 .75 1.25 1.75: .8671875 .2265625 -.0703125 -.0234375. Output 2 at
    // 1.25 takes inputs 0, 1 (black), 2, 3 (white) with .2265625, .8671875, -.0703125 and, beyond
    // the last pixel, nothing; 0 .. 255 cannot hold -18.
    byte[] rgb = {0, 0, 0, 0, 0, 0, -1, -1, -1};
    byte[] resized =
        Resampling.BICUBIC.resize(
            new Picture(PictureId.of(rgb), 3, 1, rgb), new Crop(0, 0, 3, 1), 6, 1);
    assertThat(resized[6]).isZero();
    assertThat(resized[15]).isEqualTo((byte) 255);
  }

  @Test
  void resize_nothingOrCropOutside_refused() {
    Crop whole = Crop.whole(pattern());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Resampling.BICUBIC.resize(pattern(), whole, 0, 4))
        .withMessageContaining("0x4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Resampling.BICUBIC.resize(pattern(), new Crop(1, 0, 37, 23), 4, 4))
        .withMessageContaining("37x23");
  }
}
