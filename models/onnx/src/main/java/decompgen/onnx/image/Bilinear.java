package decompgen.onnx.image;

import decompgen.domain.picture.Crop;
import decompgen.domain.picture.Picture;

/**
 * Bilinear resizing without antialiasing: output i of s takes position p = clamp((i + ½)·n/s − ½,
 * 0, n−1) of n pixels; rows first, then columns, in double precision, rounded half up.
 */
final class Bilinear {
  private final byte[] rgb;
  private final int rowBytes;
  private final int start;
  private final Axis across;
  private final Axis down;

  private Bilinear(Picture picture, Crop crop, int width, int height) {
    rgb = picture.rgb();
    rowBytes = 3 * picture.widthPixels();
    start = crop.top() * rowBytes + 3 * crop.left();
    across = Axis.of(crop.width(), width);
    down = Axis.of(crop.height(), height);
  }

  static byte[] resize(Picture picture, Crop crop, int width, int height) {
    return new Bilinear(picture, crop, width, height).resize();
  }

  private byte[] resize() {
    int outBytes = 3 * across.size();
    byte[] out = new byte[outBytes * down.size()];
    double[] upper = new double[outBytes];
    double[] lower = new double[outBytes];
    int upperRow = -1;
    int lowerRow = -1;
    for (int y = 0; y < down.size(); y++) {
      int wanted = down.first()[y];
      if (wanted == lowerRow) { // most rows were computed for the output above
        double[] swapped = upper;
        upper = lower;
        lower = swapped;
        lowerRow = upperRow;
        upperRow = wanted;
      }
      if (wanted != upperRow) across(upperRow = wanted, upper);
      if (down.second()[y] != lowerRow) across(lowerRow = down.second()[y], lower);
      blend(upper, lower, down.share()[y], out, y * outBytes);
    }
    return out;
  }

  private void across(int row, double[] into) {
    int from = start + row * rowBytes;
    for (int x = 0, i = 0; x < across.size(); x++, i += 3) {
      int left = from + 3 * across.first()[x];
      int right = from + 3 * across.second()[x];
      double share = across.share()[x];
      into[i] = (rgb[left] & 255) * (1 - share) + (rgb[right] & 255) * share;
      into[i + 1] = (rgb[left + 1] & 255) * (1 - share) + (rgb[right + 1] & 255) * share;
      into[i + 2] = (rgb[left + 2] & 255) * (1 - share) + (rgb[right + 2] & 255) * share;
    }
  }

  private static void blend(double[] upper, double[] lower, double share, byte[] out, int at) {
    double rest = 1 - share;
    for (int i = 0; i < upper.length; i++)
      out[at + i] = (byte) (int) (upper[i] * rest + lower[i] * share + .5);
  }

  /** For each output its two neighbours and how much of the second it takes. */
  private record Axis(int[] first, int[] second, double[] share) {
    static Axis of(int pixels, int outputs) {
      Axis axis = new Axis(new int[outputs], new int[outputs], new double[outputs]);
      for (int i = 0; i < outputs; i++) {
        double at = Math.clamp((i + .5) * pixels / outputs - .5, 0, pixels - 1);
        axis.first[i] = (int) at;
        axis.second[i] = Math.min(axis.first[i] + 1, pixels - 1);
        axis.share[i] = at - axis.first[i];
      }
      return axis;
    }

    int size() {
      return first.length;
    }
  }
}
