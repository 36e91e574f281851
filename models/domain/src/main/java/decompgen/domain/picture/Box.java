package decompgen.domain.picture;

/**
 * A region of a picture: left, top, right, bottom relative to the upright image, each in [0,1], y
 * growing downward.
 */
public record Box(double x0, double y0, double x1, double y1) {
  public static final Box WHOLE = new Box(0, 0, 1, 1);

  public Box {
    if (!(0 <= x0 && x0 <= x1 && x1 <= 1))
      throw new IllegalArgumentException("x: " + x0 + ".." + x1);
    if (!(0 <= y0 && y0 <= y1 && y1 <= 1))
      throw new IllegalArgumentException("y: " + y0 + ".." + y1);
  }

  /** The box with its sides clipped into [0,1]. */
  public static Box clipped(double x0, double y0, double x1, double y1) {
    double left = Math.clamp(x0, 0, 1);
    double top = Math.clamp(y0, 0, 1);
    return new Box(left, top, Math.clamp(x1, left, 1), Math.clamp(y1, top, 1));
  }

  public double width() {
    return x1 - x0;
  }

  public double height() {
    return y1 - y0;
  }

  public double area() {
    return width() * height();
  }

  public double centreX() {
    return (x0 + x1) / 2;
  }

  public double centreY() {
    return (y0 + y1) / 2;
  }

  /** Area common to both boxes. */
  public double overlap(Box other) {
    double width = Math.min(x1, other.x1) - Math.max(x0, other.x0);
    double height = Math.min(y1, other.y1) - Math.max(y0, other.y0);
    return width > 0 && height > 0 ? width * height : 0;
  }

  /** Intersection over union, in [0,1]; 0 when both boxes are empty. */
  public double iou(Box other) {
    double union = area() + other.area() - overlap(other);
    return union > 0 ? overlap(other) / union : 0;
  }

  /** Distance between the nearest points of both boxes, 0 when they touch. */
  public double gap(Box other) {
    double across = Math.max(0, Math.max(x0, other.x0) - Math.min(x1, other.x1));
    double down = Math.max(0, Math.max(y0, other.y0) - Math.min(y1, other.y1));
    return Math.hypot(across, down);
  }

  /** The share of this box's area that lies in the other, in [0,1]; 0 when this one is empty. */
  public double inside(Box other) {
    return area() > 0 ? overlap(other) / area() : 0;
  }

  /** Whether a point lies in it, sides included. */
  public boolean holds(double x, double y) {
    return x0 <= x && x <= x1 && y0 <= y && y <= y1;
  }
}
