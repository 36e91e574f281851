package decompgen.onnx.reader;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A rectangle at any angle.
 *
 * @param along length of the side in the direction {@code (cosine, sine)}
 * @param across length of the other side
 */
record TiltedBox(Point centre, double along, double across, double cosine, double sine) {
  TiltedBox {
    if (!(along >= 0 && across >= 0))
      throw new IllegalArgumentException("sides: " + along + ", " + across);
  }

  /**
   * The smallest rectangle, by area, that holds all points; one of its sides lies on their hull.
   */
  static TiltedBox around(List<Point> points) {
    List<Point> hull = hull(points);
    TiltedBox best = along(hull, 1, 0);
    for (int i = 0; i < hull.size(); i++) {
      Point from = hull.get(i);
      Point to = hull.get((i + 1) % hull.size());
      double length = from.distance(to);
      if (length == 0) continue;
      TiltedBox box = along(hull, (to.x() - from.x()) / length, (to.y() - from.y()) / length);
      if (box.area() < best.area()) best = box;
    }
    return best;
  }

  private static TiltedBox along(List<Point> points, double cosine, double sine) {
    double left = Double.POSITIVE_INFINITY, right = Double.NEGATIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY, bottom = Double.NEGATIVE_INFINITY;
    for (Point point : points) {
      double x = point.x() * cosine + point.y() * sine;
      double y = point.y() * cosine - point.x() * sine;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    double x = (left + right) / 2;
    double y = (top + bottom) / 2;
    var centre = new Point(x * cosine - y * sine, x * sine + y * cosine);
    return new TiltedBox(centre, right - left, bottom - top, cosine, sine);
  }

  /** The convex hull without points on its edges (Andrew 1979, monotone chains). */
  private static List<Point> hull(List<Point> points) {
    List<Point> sorted = new ArrayList<>(points);
    sorted.sort(comparingDouble(Point::x).thenComparingDouble(Point::y));
    List<Point> hull = chain(sorted);
    Collections.reverse(sorted);
    List<Point> back = chain(sorted);
    if (hull.size() > 1) hull.removeLast();
    if (back.size() > 1) back.removeLast();
    hull.addAll(back);
    return hull;
  }

  private static List<Point> chain(List<Point> sorted) {
    List<Point> chain = new ArrayList<>();
    for (Point point : sorted) {
      while (chain.size() > 1 && point.turn(chain.get(chain.size() - 2), chain.getLast()) <= 0)
        chain.removeLast();
      chain.add(point);
    }
    return chain;
  }

  double area() {
    return along * across;
  }

  double shortSide() {
    return Math.min(along, across);
  }

  /** With every side moved outward by the distance. */
  TiltedBox grown(double distance) {
    return new TiltedBox(centre, along + 2 * distance, across + 2 * distance, cosine, sine);
  }

  /** Whether the point is inside or at most so far from a side. */
  boolean holds(double x, double y, double margin) {
    double dx = x - centre.x();
    double dy = y - centre.y();
    return Math.abs(dx * cosine + dy * sine) <= along / 2 + margin
        && Math.abs(dy * cosine - dx * sine) <= across / 2 + margin;
  }

  /** The four corners, neighbours beside each other. */
  List<Point> corners() {
    double ux = cosine * along / 2, uy = sine * along / 2;
    double vx = -sine * across / 2, vy = cosine * across / 2;
    return List.of(
        centre.plus(-ux - vx, -uy - vy),
        centre.plus(ux - vx, uy - vy),
        centre.plus(ux + vx, uy + vy),
        centre.plus(vx - ux, vy - uy));
  }
}
