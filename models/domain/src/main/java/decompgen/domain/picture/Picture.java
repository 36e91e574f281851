package decompgen.domain.picture;

import static java.util.Objects.requireNonNull;

/**
 * A decoded image, upright.
 *
 * <p>{@code rgb} holds {@code widthPixels * heightPixels * 3} bytes: rows from the top, pixels from
 * the left, red, green, blue in 0..255 (unsigned). The array is shared, not copied: readers must
 * not write to it.
 */
public final class Picture {
  private final PictureId id;
  private final int widthPixels;
  private final int heightPixels;
  private final byte[] rgb;

  public Picture(PictureId id, int widthPixels, int heightPixels, byte[] rgb) {
    if (!(widthPixels > 0 && heightPixels > 0))
      throw new IllegalArgumentException("size: " + widthPixels + "x" + heightPixels);
    if (rgb.length != Math.multiplyExact(Math.multiplyExact(widthPixels, heightPixels), 3))
      throw new IllegalArgumentException(
          "bytes: " + rgb.length + " for " + widthPixels + "x" + heightPixels);
    this.id = requireNonNull(id, "id");
    this.widthPixels = widthPixels;
    this.heightPixels = heightPixels;
    this.rgb = rgb;
  }

  public PictureId id() {
    return id;
  }

  public int widthPixels() {
    return widthPixels;
  }

  public int heightPixels() {
    return heightPixels;
  }

  /** The pixels themselves, not a copy. */
  public byte[] rgb() {
    return rgb;
  }
}
