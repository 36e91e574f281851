package decompgen.domain.picture;

/**
 * Resizing by a filter that widens when it shrinks, bit for bit as {@code Image.resize(size,
 * resample)} of Pillow 13 does it to red, green, blue bytes: rows first, then columns (the other
 * way round when that is much cheaper), weights in fixed point, 8 bits between the passes.
 */
public enum Resampling {
  /** A triangle of two input pixels. */
  BILINEAR(1) {
    @Override
    double weight(double distance) {
      return Math.max(1 - Math.abs(distance), 0);
    }
  },
  /** A cubic of four input pixels with a = -1/2 (Keys 1981, Eq. 4); it overshoots at edges. */
  BICUBIC(2) {
    @Override
    double weight(double distance) {
      double x = Math.abs(distance);
      if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
      return x < 2 ? (((x - 5) * x + 8) * x - 4) * -.5 : 0;
    }
  };

  private final double reachPixels;

  Resampling(double reachPixels) {
    this.reachPixels = reachPixels;
  }

  /**
   * The filter's height at a distance in input pixels, or in output pixels when these are larger.
   */
  abstract double weight(double distance);

  double reachPixels() {
    return reachPixels;
  }

  /**
   * Stretches a part of a picture.
   *
   * @return {@code width * height * 3} bytes, laid out as the picture's
   */
  public byte[] resize(Picture picture, Crop crop, int width, int height) {
    if (!(width > 0 && height > 0))
      throw new IllegalArgumentException("size: " + width + "x" + height);
    crop.requireInside(picture);
    Taps across = Taps.of(this, crop.width(), width);
    Taps down = Taps.of(this, crop.height(), height);
    byte[] rgb = picture.rgb();
    int rowBytes = 3 * picture.widthPixels();
    int start = crop.top() * rowBytes + 3 * crop.left();
    if (columnsFirst(crop, width, height))
      return across.rows(
          down.columns(rgb, start, rowBytes, 3 * crop.width()), 0, 3 * crop.width(), height);
    return down.columns(across.rows(rgb, start, rowBytes, crop.height()), 0, 3 * width, 3 * width);
  }

  /**
   * The order of the passes decides about single bits; Pillow before 13 never took columns first.
   */
  private static boolean columnsFirst(Crop crop, int width, int height) {
    return crop.height() - height > 2 * Math.max(crop.width() - width, 0);
  }
}
