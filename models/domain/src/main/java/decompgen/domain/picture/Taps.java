package decompgen.domain.picture;

import java.util.Arrays;

/**
 * One axis of a resize: for each output the first input it takes, how many, and their weights.
 *
 * @param most most inputs that an output takes: output i has its weights from {@code i * most}
 * @param weight fixed point with {@link #FRACTION_BITS}
 */
record Taps(int most, int[] first, int[] count, int[] weight) {
  /** 32 bits less 8 of the pixel and 2 of headroom. */
  private static final int FRACTION_BITS = 22;

  private static final int HALF = 1 << (FRACTION_BITS - 1);

  static Taps of(Resampling filter, int pixels, int outputs) {
    double scale = (double) pixels / outputs;
    double stretch = Math.max(scale, 1);
    int most = (int) Math.ceil(filter.reachPixels() * stretch) * 2 + 1;
    Taps taps = new Taps(most, new int[outputs], new int[outputs], new int[outputs * most]);
    for (int i = 0; i < outputs; i++) taps.fill(i, (i + .5) * scale, stretch, filter, pixels);
    return taps;
  }

  private void fill(int output, double centre, double stretch, Resampling filter, int pixels) {
    double reach = filter.reachPixels() * stretch;
    int from = Math.max((int) (centre - reach + .5), 0);
    int taken = Math.min((int) (centre + reach + .5), pixels) - from;
    double[] height = new double[taken];
    double sum = 0;
    for (int i = 0; i < taken; i++) {
      height[i] = filter.weight((i + from - centre + .5) * (1 / stretch));
      sum += height[i];
    }
    first[output] = from;
    count[output] = taken;
    for (int i = 0; i < taken; i++) weight[output * most + i] = fixed(height[i] / sum);
  }

  private static int fixed(double share) {
    return (int) (share * (1 << FRACTION_BITS) + (share < 0 ? -.5 : .5));
  }

  /**
   * Resizes each of {@code rows} rows of pixels; the first lies at {@code start}, the next {@code
   * rowBytes} later.
   */
  byte[] rows(byte[] rgb, int start, int rowBytes, int rows) {
    byte[] out = new byte[3 * first.length * rows];
    for (int y = 0, at = 0; y < rows; y++) {
      int row = start + y * rowBytes;
      for (int x = 0; x < first.length; x++, at += 3) {
        int red = HALF;
        int green = HALF;
        int blue = HALF;
        int from = row + 3 * first[x];
        int weights = x * most;
        for (int tap = 0; tap < count[x]; tap++, from += 3) {
          int share = weight[weights + tap];
          red += share * (rgb[from] & 255);
          green += share * (rgb[from + 1] & 255);
          blue += share * (rgb[from + 2] & 255);
        }
        out[at] = eightBits(red);
        out[at + 1] = eightBits(green);
        out[at + 2] = eightBits(blue);
      }
    }
    return out;
  }

  /** Blends rows into as many as there are outputs, each {@code width} bytes wide. */
  byte[] columns(byte[] rgb, int start, int rowBytes, int width) {
    byte[] out = new byte[width * first.length];
    int[] sum = new int[width];
    for (int y = 0; y < first.length; y++) {
      Arrays.fill(sum, HALF);
      for (int tap = 0; tap < count[y]; tap++)
        add(rgb, start + (first[y] + tap) * rowBytes, weight[y * most + tap], sum);
      store(sum, out, y * width);
    }
    return out;
  }

  private static void add(byte[] in, int from, int weight, int[] sum) {
    for (int i = 0; i < sum.length; i++) sum[i] += weight * (in[from + i] & 255);
  }

  private static void store(int[] sum, byte[] out, int at) {
    for (int i = 0; i < sum.length; i++) out[at + i] = eightBits(sum[i]);
  }

  private static byte eightBits(int sum) {
    return (byte) Math.clamp(sum >> FRACTION_BITS, 0, 255);
  }
}
