package decompgen.onnx.image;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the pixels of a resized picture come from the original's. */
public enum Interpolation {
  /** Of the four nearest pixels; aliases when it shrinks. */
  @JsonProperty("bilinear")
  BILINEAR,
  /** A triangle filter that widens when it shrinks, as Pillow's BILINEAR. */
  @JsonProperty("bilinear-antialiased")
  BILINEAR_ANTIALIASED
}
