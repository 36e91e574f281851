package decompgen.onnx.image;

/**
 * How stored rows and columns map to the upright picture: the EXIF tag 0x0112, value = ordinal + 1.
 */
enum Orientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  TURNED_180(false, true, true),
  FLIPPED(false, false, true),
  TRANSPOSED(true, false, false),
  /** Stored so that a quarter turn clockwise makes it upright. */
  TO_TURN_RIGHT(true, false, true),
  TRANSVERSED(true, true, true),
  /** Stored so that a quarter turn counter-clockwise makes it upright. */
  TO_TURN_LEFT(true, true, false);

  private final boolean swapped;
  private final boolean fromRight;
  private final boolean fromBelow;

  /**
   * @param swapped whether the upright rows are stored as columns
   * @param fromRight whether stored columns are read from the right
   * @param fromBelow whether stored rows are read from below
   */
  Orientation(boolean swapped, boolean fromRight, boolean fromBelow) {
    this.swapped = swapped;
    this.fromRight = fromRight;
    this.fromBelow = fromBelow;
  }

  /** The orientation of an EXIF value; upright for values that EXIF does not have. */
  static Orientation ofExif(int value) {
    return 1 <= value && value <= 8 ? values()[value - 1] : UPRIGHT;
  }

  /** Whether width and height change places. */
  boolean swapped() {
    return swapped;
  }

  /** The upright pixels of a stored picture of that size; the same array when nothing changes. */
  byte[] upright(byte[] rgb, int width, int height) {
    if (this == UPRIGHT) return rgb;
    byte[] out = new byte[rgb.length];
    int outWidth = swapped ? height : width;
    int outHeight = swapped ? width : height;
    for (int y = 0, at = 0; y < outHeight; y++)
      for (int x = 0; x < outWidth; x++, at += 3) {
        int column = swapped ? y : x;
        int row = swapped ? x : y;
        int from =
            3
                * ((fromBelow ? height - 1 - row : row) * width
                    + (fromRight ? width - 1 - column : column));
        out[at] = rgb[from];
        out[at + 1] = rgb[from + 1];
        out[at + 2] = rgb[from + 2];
      }
    return out;
  }
}
