package decompgen.onnx.image;

import com.fasterxml.jackson.annotation.JsonProperty;
import decompgen.domain.picture.Crop;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.Resampling;

/** How the pixels of a resized picture come from the original's. */
public enum Interpolation {
  /** Of the four nearest pixels; aliases when it shrinks. */
  @JsonProperty("bilinear")
  BILINEAR,
  /** A triangle filter that widens when it shrinks, bit for bit as Pillow's BILINEAR. */
  @JsonProperty("bilinear-antialiased")
  BILINEAR_ANTIALIASED;

  /**
   * Stretches a part of a picture.
   *
   * @return {@code width * height * 3} bytes, laid out as the picture's
   */
  public byte[] resize(Picture picture, Crop crop, int width, int height) {
    if (!(width > 0 && height > 0))
      throw new IllegalArgumentException("size: " + width + "x" + height);
    crop.requireInside(picture);
    return switch (this) {
      case BILINEAR -> Bilinear.resize(picture, crop, width, height);
      case BILINEAR_ANTIALIASED -> Resampling.BILINEAR.resize(picture, crop, width, height);
    };
  }
}
