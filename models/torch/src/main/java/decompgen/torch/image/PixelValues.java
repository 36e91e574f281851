package decompgen.torch.image;

/**
 * A picture as a vision tower takes it.
 *
 * @param values float32 {@code [3, heightPixels, widthPixels]}: red, green, blue planes, normalised
 */
@SuppressWarnings("ArrayRecordComponent") // a tensor's content, compared nowhere
public record PixelValues(float[] values, int heightPixels, int widthPixels) {
  public PixelValues {
    if (values.length != 3 * heightPixels * widthPixels)
      throw new IllegalArgumentException(
          "values: " + values.length + " for [3, " + heightPixels + ", " + widthPixels + "]");
  }
}
