package decompgen.onnx.reader;

import static java.util.Comparator.comparingDouble;

import decompgen.domain.picture.Box;
import java.util.List;

/**
 * Where something lies in a picture: a parallelogram in pixels, the corner of pixel (0, 0) being
 * the origin. Reading goes from {@code topLeft} to {@code topRight}.
 */
record LineFrame(Point topLeft, Point topRight, Point bottomLeft) {
  // As in PP-OCR: what is so much taller than wide is a line that stands on its end.
  private static final double STANDING = 1.5;

  static LineFrame upright(double x0, double y0, double widthPixels, double heightPixels) {
    var corner = new Point(x0, y0);
    return new LineFrame(corner, corner.plus(widthPixels, 0), corner.plus(0, heightPixels));
  }

  /**
   * The frame of a rectangle's corners, neighbours beside each other: of the two corners on the
   * left the upper one begins the line, unless the line stands; then it is read from top to bottom.
   */
  static LineFrame of(List<Point> corners) {
    List<Point> byX = corners.stream().sorted(comparingDouble(Point::x)).toList();
    Point topLeft = upper(byX.get(0), byX.get(1));
    Point bottomLeft = topLeft == byX.get(0) ? byX.get(1) : byX.get(0);
    Point topRight = upper(byX.get(2), byX.get(3));
    Point bottomRight = topRight == byX.get(2) ? byX.get(3) : byX.get(2);
    boolean standing = topLeft.distance(bottomLeft) >= STANDING * topLeft.distance(topRight);
    return standing
        ? new LineFrame(topRight, bottomRight, topLeft)
        : new LineFrame(topLeft, topRight, bottomLeft);
  }

  private static Point upper(Point one, Point other) {
    return one.y() <= other.y() ? one : other;
  }

  /** The same frame, read upside down. */
  LineFrame turned() {
    return new LineFrame(bottomRight(), bottomLeft, topRight);
  }

  private Point bottomRight() {
    return topRight.plus(bottomLeft.x() - topLeft.x(), bottomLeft.y() - topLeft.y());
  }

  double widthPixels() {
    return topLeft.distance(topRight);
  }

  double heightPixels() {
    return topLeft.distance(bottomLeft);
  }

  /** The upright box around it, relative to a picture of this size, clipped into the picture. */
  Box bounds(int pictureWidthPixels, int pictureHeightPixels) {
    List<Point> corners =
        List.of(topLeft, topRight, bottomLeft, bottomRight()).stream()
            .map(corner -> corner.scaled(1.0 / pictureWidthPixels, 1.0 / pictureHeightPixels))
            .toList();
    return Box.clipped(
        corners.stream().mapToDouble(Point::x).min().orElseThrow(),
        corners.stream().mapToDouble(Point::y).min().orElseThrow(),
        corners.stream().mapToDouble(Point::x).max().orElseThrow(),
        corners.stream().mapToDouble(Point::y).max().orElseThrow());
  }
}
