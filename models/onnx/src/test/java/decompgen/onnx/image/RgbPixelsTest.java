package decompgen.onnx.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RgbPixelsTest {
  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_INT_BGR,
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_INT_ARGB_PRE,
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_4BYTE_ABGR,
        BufferedImage.TYPE_4BYTE_ABGR_PRE,
        BufferedImage.TYPE_USHORT_565_RGB,
        BufferedImage.TYPE_USHORT_555_RGB
      })
  void of_anyLayout_sameColours(int type) {
    BufferedImage image = new BufferedImage(2, 2, type);
    image.setRGB(0, 0, 0xffff0000);
    image.setRGB(1, 0, 0xff00ff00);
    image.setRGB(0, 1, 0xff0000ff);
    image.setRGB(1, 1, 0xffffffff);
    assertThat(RgbPixels.of(image))
        .containsExactly(-1, 0, 0, 0, -1, 0, 0, 0, -1, -1, -1, -1); // -1 is 255
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_INT_ARGB_PRE,
        BufferedImage.TYPE_4BYTE_ABGR,
        BufferedImage.TYPE_4BYTE_ABGR_PRE
      })
  void of_halfTransparent_laidOnWhite(int type) {
    BufferedImage image = new BufferedImage(1, 1, type);
    image.setRGB(0, 0, 0x80c80000); // 128/255 of (200, 0, 0)
    byte[] rgb = RgbPixels.of(image);
    // 255 - (255 - 200) * 128/255 = 227.4; 255 - 255 * 128/255 = 127
    assertThat(rgb[0] & 255).isCloseTo(227, within(1));
    assertThat(rgb[1] & 255).isCloseTo(127, within(1));
  }

  @Test
  void of_partOfALargerRaster_onlyThatPart() {
    BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_3BYTE_BGR);
    image.setRGB(2, 1, 0xff123456);
    assertThat(RgbPixels.of(image.getSubimage(2, 1, 1, 1))).containsExactly(0x12, 0x34, 0x56);
  }

  @Test
  void of_linearLight_isConverted() {
    ColorSpace linear = ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB);
    ComponentColorModel colours =
        new ComponentColorModel(
            linear, false, false, ComponentColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
    WritableRaster raster = colours.createCompatibleWritableRaster(1, 1);
    raster.setPixel(0, 0, new int[] {55, 0, 255});
    byte[] rgb = RgbPixels.of(new BufferedImage(colours, raster, false, null));
    // sRGB of 55/255 = .2157: 1.055 * .2157^(1/2.4) - .055 = .502, times 255 = 128
    assertThat(rgb[0] & 255).isCloseTo(128, within(2));
    assertThat(rgb[1] & 255).isZero();
    assertThat(rgb[2] & 255).isEqualTo(255);
  }
}
