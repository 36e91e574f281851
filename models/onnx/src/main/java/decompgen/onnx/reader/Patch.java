package decompgen.onnx.reader;

import decompgen.domain.picture.Picture;

/**
 * Pixels cut out of a picture: {@code width * height * 3} bytes, rows from the top, red, green,
 * blue.
 */
record Patch(int widthPixels, int heightPixels, byte[] rgb) {
  Patch {
    if (rgb.length != widthPixels * heightPixels * 3)
      throw new IllegalArgumentException(
          "bytes: " + rgb.length + " for " + widthPixels + "x" + heightPixels);
  }

  /**
   * What lies under the frame, brought upright and to this size: bilinear, the picture's rim
   * continued outside, several samples a pixel where it shrinks by more than two.
   */
  static Patch cut(Picture picture, LineFrame frame, int widthPixels, int heightPixels) {
    byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(widthPixels, heightPixels), 3)];
    // Bilinear sampling sees two pixels a side: up to a shrinkage of two it misses none.
    int across = Math.clamp((long) Math.ceil(frame.widthPixels() / widthPixels / 2), 1, 8);
    int down = Math.clamp((long) Math.ceil(frame.heightPixels() / heightPixels / 2), 1, 8);
    var sampler = new Sampler(picture, frame, widthPixels * across, heightPixels * down);
    double[] sum = new double[3];
    int at = 0;
    for (int y = 0; y < heightPixels; y++) {
      for (int x = 0; x < widthPixels; x++) {
        sum[0] = sum[1] = sum[2] = 0;
        for (int sub = 0; sub < across * down; sub++)
          sampler.add(x * across + sub % across, y * down + sub / across, sum);
        for (int channel = 0; channel < 3; channel++)
          rgb[at++] = (byte) (int) (sum[channel] / (across * down) + .5);
      }
    }
    return new Patch(widthPixels, heightPixels, rgb);
  }

  /**
   * Writes the pixels as three planes of this width; what is to the right of the pixels stays as it
   * is.
   *
   * @param to {@code [n, 3, heightPixels, planeWidth]}, written from {@code offset} on
   */
  void writePlanes(float[] to, int offset, int planeWidth, Planes planes) {
    for (int plane = 0; plane < 3; plane++) {
      float scale = planes.scale(plane);
      float shift = planes.shift(plane);
      for (int y = 0; y < heightPixels; y++) {
        int at = offset + (plane * heightPixels + y) * planeWidth;
        int from = y * widthPixels * 3 + planes.colour(plane);
        for (int x = 0; x < widthPixels; x++, from += 3)
          to[at + x] = (rgb[from] & 255) * scale + shift;
      }
    }
  }
}
