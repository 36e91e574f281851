package decompgen.domain.picture;

/** A rectangle of whole pixels inside a picture, at least one pixel wide and high. */
public record Crop(int left, int top, int width, int height) {
  public Crop {
    if (!(left >= 0 && top >= 0 && width > 0 && height > 0))
      throw new IllegalArgumentException(
          "crop: " + width + "x" + height + " at " + left + "," + top);
  }

  public static Crop whole(Picture picture) {
    return new Crop(0, 0, picture.widthPixels(), picture.heightPixels());
  }

  /** Every pixel that the box touches. */
  public static Crop of(Picture picture, Box box) {
    int left = first(box.x0(), picture.widthPixels());
    int top = first(box.y0(), picture.heightPixels());
    return new Crop(
        left,
        top,
        end(box.x1(), left, picture.widthPixels()) - left,
        end(box.y1(), top, picture.heightPixels()) - top);
  }

  private static int first(double side, int pixels) {
    return Math.min((int) (side * pixels), pixels - 1);
  }

  private static int end(double side, int first, int pixels) {
    return Math.clamp((int) Math.ceil(side * pixels), first + 1, pixels);
  }

  /** Where a box relative to this crop lies in the picture. */
  public Box placed(Box inside, Picture picture) {
    double wide = picture.widthPixels();
    double high = picture.heightPixels();
    return Box.clipped(
        (left + inside.x0() * width) / wide,
        (top + inside.y0() * height) / high,
        (left + inside.x1() * width) / wide,
        (top + inside.y1() * height) / high);
  }

  /**
   * @throws IllegalArgumentException when it leaves the picture
   */
  public void requireInside(Picture picture) {
    if (left + width > picture.widthPixels() || top + height > picture.heightPixels())
      throw new IllegalArgumentException(
          this + " leaves " + picture.widthPixels() + "x" + picture.heightPixels());
  }
}
