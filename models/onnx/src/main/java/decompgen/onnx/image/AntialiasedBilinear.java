package decompgen.onnx.image;

import decompgen.domain.picture.Picture;
import java.util.Arrays;

/**
 * Resizing by a triangle filter that is as wide as two input pixels, or as two output pixels when
 * these are larger; rows first, then columns, weights in fixed point, 8 bits between the passes.
 * Gives the bytes of Pillow's {@code Image.resize(size, BILINEAR)}.
 */
final class AntialiasedBilinear {
  /** 32 bits less 8 of the pixel and 2 of headroom. */
  private static final int FRACTION_BITS = 22;

  private static final int HALF = 1 << (FRACTION_BITS - 1);

  private AntialiasedBilinear() {}

  static byte[] resize(Picture picture, Crop crop, int width, int height) {
    Filter down = Filter.of(crop.height(), height);
    byte[] narrow = across(picture, crop, Filter.of(crop.width(), width), width);
    return down(narrow, down, 3 * width, height);
  }

  private static byte[] across(Picture picture, Crop crop, Filter filter, int width) {
    byte[] rgb = picture.rgb();
    byte[] out = new byte[3 * width * crop.height()];
    for (int y = 0, at = 0; y < crop.height(); y++) {
      int row = 3 * ((crop.top() + y) * picture.widthPixels() + crop.left());
      for (int x = 0; x < width; x++, at += 3) {
        int red = HALF;
        int green = HALF;
        int blue = HALF;
        int from = row + 3 * filter.first[x];
        int weights = x * filter.taps;
        for (int tap = 0; tap < filter.length[x]; tap++, from += 3) {
          int weight = filter.weight[weights + tap];
          red += weight * (rgb[from] & 255);
          green += weight * (rgb[from + 1] & 255);
          blue += weight * (rgb[from + 2] & 255);
        }
        out[at] = (byte) (red >> FRACTION_BITS);
        out[at + 1] = (byte) (green >> FRACTION_BITS);
        out[at + 2] = (byte) (blue >> FRACTION_BITS);
      }
    }
    return out;
  }

  private static byte[] down(byte[] in, Filter filter, int rowBytes, int height) {
    byte[] out = new byte[rowBytes * height];
    int[] sum = new int[rowBytes];
    for (int y = 0; y < height; y++) {
      Arrays.fill(sum, HALF);
      for (int tap = 0; tap < filter.length[y]; tap++)
        add(in, (filter.first[y] + tap) * rowBytes, filter.weight[y * filter.taps + tap], sum);
      store(sum, out, y * rowBytes);
    }
    return out;
  }

  private static void add(byte[] in, int from, int weight, int[] sum) {
    for (int i = 0; i < sum.length; i++) sum[i] += weight * (in[from + i] & 255);
  }

  private static void store(int[] sum, byte[] out, int at) {
    for (int i = 0; i < sum.length; i++) out[at + i] = (byte) (sum[i] >> FRACTION_BITS);
  }

  /**
   * For each output the first input it takes, how many, and their weights.
   *
   * @param taps most inputs that an output takes: output i has its weights from {@code i * taps}
   */
  private record Filter(int taps, int[] first, int[] length, int[] weight) {

    static Filter of(int pixels, int outputs) {
      double scale = (double) pixels / outputs;
      double reach = Math.max(scale, 1);
      int taps = (int) Math.ceil(reach) * 2 + 1;
      Filter filter = new Filter(taps, new int[outputs], new int[outputs], new int[outputs * taps]);
      for (int i = 0; i < outputs; i++) filter.fill(i, (i + .5) * scale, reach, pixels);
      return filter;
    }

    private void fill(int output, double centre, double reach, int pixels) {
      int from = Math.max((int) (centre - reach + .5), 0);
      int count = Math.min((int) (centre + reach + .5), pixels) - from;
      double[] height = new double[count];
      double sum = 0;
      for (int i = 0; i < count; i++) {
        height[i] = Math.max(1 - Math.abs((i + from - centre + .5) * (1 / reach)), 0);
        sum += height[i];
      }
      first[output] = from;
      length[output] = count;
      for (int i = 0; i < count; i++)
        weight[output * taps + i] = (int) (.5 + height[i] / sum * (1 << FRACTION_BITS));
    }
  }
}
