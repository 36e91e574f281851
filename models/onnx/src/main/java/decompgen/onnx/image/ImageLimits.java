package decompgen.onnx.image;

/**
 * The most that an upload may have.
 *
 * @param bytes of the file
 * @param pixels width times height, from 1 to 500 million (an array holds no more)
 */
public record ImageLimits(long bytes, long pixels) {
  /** 20 MiB and 50 megapixels. */
  public static final ImageLimits DEFAULT = new ImageLimits(20L << 20, 50_000_000);

  public ImageLimits {
    if (!(bytes > 0)) throw new IllegalArgumentException("bytes: " + bytes);
    if (!(0 < pixels && pixels <= 500_000_000))
      throw new IllegalArgumentException("pixels: " + pixels);
  }
}
