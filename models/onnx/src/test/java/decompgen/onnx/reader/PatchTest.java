package decompgen.onnx.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureId;
import org.junit.jupiter.api.Test;

class PatchTest {
  /** 4 by 2 pixels; red is 10 times the column plus the row, green 0, blue 255. */
  private static final Picture PICTURE = picture();

  @Test
  void cut_wholeAtItsSize_samePixels() {
    assertThat(Patch.cut(PICTURE, LineFrame.upright(0, 0, 4, 2), 4, 2).rgb())
        .isEqualTo(PICTURE.rgb());
  }

  @Test
  void cut_halved_meanOfFour() {
    // columns 0 and 1, rows 0 and 1: (0 + 10 + 1 + 11) / 4 = 5.5, rounded up; then 25.5
    assertThat(reds(Patch.cut(PICTURE, LineFrame.upright(0, 0, 4, 2), 2, 1)))
        .containsExactly(6, 26);
  }

  @Test
  void cut_shrunkByFour_everyPixelCounts() {
    // (0 + 10 + 20 + 30) / 4 + .5 = 15.5, rounded up
    assertThat(reds(Patch.cut(PICTURE, LineFrame.upright(0, 0, 4, 2), 1, 1))).containsExactly(16);
  }

  @Test
  void cut_standingFrame_broughtUpright() {
    // From the upper right corner downward: each column becomes a row, the last one first.
    var frame = new LineFrame(new Point(4, 0), new Point(4, 2), new Point(0, 0));
    assertThat(reds(Patch.cut(PICTURE, frame, 2, 4))).containsExactly(30, 31, 20, 21, 10, 11, 0, 1);
  }

  @Test
  void cut_frameBeyondThePicture_rimContinued() {
    assertThat(reds(Patch.cut(PICTURE, LineFrame.upright(-2, 0, 4, 1), 4, 1)))
        .containsExactly(0, 0, 0, 10);
  }

  @Test
  void cut_turnedFrame_lastPixelFirst() {
    LineFrame frame = LineFrame.upright(0, 0, 4, 2).turned();
    assertThat(reds(Patch.cut(PICTURE, frame, 4, 2))).containsExactly(31, 21, 11, 1, 30, 20, 10, 0);
  }

  @Test
  void writePlanes_paddedWidth_blueGreenRedAndPaddingUntouched() {
    float[] planes = new float[1 + 3 * 2 * 5];
    Patch.cut(PICTURE, LineFrame.upright(0, 0, 4, 2), 4, 2)
        .writePlanes(planes, 1, 5, SamplePictures.PLANES);
    assertThat(planes[1]).isCloseTo(1, within(1e-6f)); // blue 255
    assertThat(planes[5]).isZero(); // padding
    assertThat(planes[1 + 10]).isCloseTo(-1, within(1e-6f)); // green 0
    assertThat(planes[1 + 20 + 5 + 3]).isCloseTo(31 / 127.5f - 1, within(1e-6f)); // red, row 1
  }

  private static int[] reds(Patch patch) {
    int[] reds = new int[patch.rgb().length / 3];
    for (int i = 0; i < reds.length; i++) reds[i] = patch.rgb()[3 * i] & 255;
    return reds;
  }

  private static Picture picture() {
    byte[] rgb = new byte[4 * 2 * 3];
    for (int at = 0; at < 8; at++) {
      rgb[3 * at] = (byte) (at % 4 * 10 + at / 4);
      rgb[3 * at + 2] = (byte) 255;
    }
    return new Picture(PictureId.of(rgb), 4, 2, rgb);
  }
}
