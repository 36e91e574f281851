package decompgen.onnx.expert;

import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureId;
import java.util.Arrays;

/** The picture that models look at before any request. */
final class WarmUp {
  private WarmUp() {}

  /** Grey, 640x480. */
  static Picture picture() {
    byte[] rgb = new byte[640 * 480 * 3];
    Arrays.fill(rgb, (byte) 127);
    return new Picture(PictureId.of(rgb), 640, 480, rgb);
  }
}
