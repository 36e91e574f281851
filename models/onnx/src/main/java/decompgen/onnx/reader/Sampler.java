package decompgen.onnx.reader;

import decompgen.domain.picture.Picture;

/** Looks colours up under a frame laid over a picture, on a grid of equal steps. */
final class Sampler {
  private final byte[] rgb;
  private final int widthPixels;
  private final int heightPixels;
  private final Point start;
  private final Point across;
  private final Point down;

  /** A grid of {@code columns * rows} places, each in the middle of its cell. */
  Sampler(Picture picture, LineFrame frame, int columns, int rows) {
    rgb = picture.rgb();
    widthPixels = picture.widthPixels();
    heightPixels = picture.heightPixels();
    across = step(frame.topLeft(), frame.topRight(), columns);
    down = step(frame.topLeft(), frame.bottomLeft(), rows);
    // Half a cell in, and half a pixel back, since colours are known at the middles of pixels.
    start = frame.topLeft().plus((across.x() + down.x() - 1) / 2, (across.y() + down.y() - 1) / 2);
  }

  private static Point step(Point from, Point to, int steps) {
    return new Point((to.x() - from.x()) / steps, (to.y() - from.y()) / steps);
  }

  /** Adds red, green and blue, each 0..255, of one place of the grid to the sums. */
  void add(int column, int row, double[] sums) {
    double x = Math.clamp(start.x() + across.x() * column + down.x() * row, 0, widthPixels - 1.0);
    double y = Math.clamp(start.y() + across.y() * column + down.y() * row, 0, heightPixels - 1.0);
    int left = (int) x;
    int top = (int) y;
    double toRight = x - left;
    double below = y - top;
    int at = (top * widthPixels + left) * 3;
    int right = left + 1 < widthPixels ? 3 : 0;
    int under = top + 1 < heightPixels ? widthPixels * 3 : 0;
    for (int channel = 0; channel < 3; channel++, at++) {
      double upper = (rgb[at] & 255) * (1 - toRight) + (rgb[at + right] & 255) * toRight;
      double lower =
          (rgb[at + under] & 255) * (1 - toRight) + (rgb[at + under + right] & 255) * toRight;
      sums[channel] += upper * (1 - below) + lower * below;
    }
  }
}
