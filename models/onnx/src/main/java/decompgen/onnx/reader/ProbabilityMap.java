package decompgen.onnx.reader;

import java.util.ArrayList;
import java.util.List;

/**
 * How likely each pixel belongs to text: {@code width * height} probabilities in [0,1], rows from
 * the top.
 */
record ProbabilityMap(int width, int height, float[] values) {
  ProbabilityMap {
    if (values.length != Math.multiplyExact(width, height))
      throw new IllegalArgumentException(
          "values: " + values.length + " for " + width + "x" + height);
  }

  /** The pixels above the threshold, each spread one pixel to the right and downward. */
  boolean[] inked(double threshold) {
    boolean[] inked = new boolean[values.length];
    for (int at = 0; at < values.length; at++) {
      if (!(values[at] > threshold)) continue;
      boolean right = at % width + 1 < width;
      boolean below = at + width < values.length;
      inked[at] = true;
      if (right) inked[at + 1] = true;
      if (below) inked[at + width] = true;
      if (right && below) inked[at + width + 1] = true;
    }
    return inked;
  }

  /**
   * The islands of inked pixels that touch by side or corner, in the order of their first pixels,
   * each given by the ends of its runs: enough for its hull.
   */
  List<List<Point>> islands(boolean[] inked, int most) {
    List<List<Point>> islands = new ArrayList<>();
    boolean[] seen = new boolean[inked.length];
    int[] stack = new int[inked.length];
    for (int at = 0; at < inked.length && islands.size() < most; at++) {
      if (inked[at] && !seen[at]) islands.add(island(inked, seen, at, stack));
    }
    return islands;
  }

  private List<Point> island(boolean[] inked, boolean[] seen, int start, int[] stack) {
    List<Point> ends = new ArrayList<>();
    int depth = 0;
    stack[depth++] = start;
    seen[start] = true;
    while (depth > 0) {
      int at = stack[--depth];
      int x = at % width, y = at / width;
      boolean first = x == 0 || !inked[at - 1];
      boolean last = x == width - 1 || !inked[at + 1];
      if (first || last) ends.add(new Point(x, y));
      for (int ny = Math.max(y - 1, 0); ny <= Math.min(y + 1, height - 1); ny++) {
        for (int nx = Math.max(x - 1, 0); nx <= Math.min(x + 1, width - 1); nx++) {
          int next = ny * width + nx;
          if (!inked[next] || seen[next]) continue;
          seen[next] = true;
          stack[depth++] = next;
        }
      }
    }
    return ends;
  }

  /** Mean probability of the pixels in the box, those on its rim included; 0 when none is. */
  double mean(TiltedBox box) {
    List<Point> corners = box.corners();
    int left = clamp(corners.stream().mapToDouble(Point::x).min().orElse(0), width);
    int right = clamp(Math.ceil(corners.stream().mapToDouble(Point::x).max().orElse(0)), width);
    int top = clamp(corners.stream().mapToDouble(Point::y).min().orElse(0), height);
    int bottom = clamp(Math.ceil(corners.stream().mapToDouble(Point::y).max().orElse(0)), height);
    double sum = 0;
    int count = 0;
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        if (!box.holds(x, y, RIM)) continue;
        sum += values[y * width + x];
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  // A pixel counts when the rim of the box crosses it, as in the drawing of a filled polygon.
  private static final double RIM = .499;

  private static int clamp(double place, int size) {
    return Math.clamp((long) Math.floor(place), 0, size - 1);
  }
}
