package decompgen.onnx.reader;

/** A place on a plane; x grows to the right, y downward. */
record Point(double x, double y) {
  Point plus(double byX, double byY) {
    return new Point(x + byX, y + byY);
  }

  /** Both coordinates stretched about the origin. */
  Point scaled(double alongX, double alongY) {
    return new Point(x * alongX, y * alongY);
  }

  double distance(Point other) {
    return Math.hypot(x - other.x, y - other.y);
  }

  /** Twice the signed area of the triangle from, to, this: positive when the turn is clockwise. */
  double turn(Point from, Point to) {
    return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
  }
}
