package decompgen.onnx.reader;

/**
 * How bytes become the numbers that a network was trained on: {@code (byte / 255 - mean) /
 * deviation}, one mean and one deviation for each plane.
 */
enum Normalisation {
  /** ImageNet's, in PP-OCR's order: red's numbers for the blue plane and the other way round. */
  FINDING(new double[] {.485, .456, .406}, new double[] {.229, .224, .225}),
  /** Into [-1,1]. */
  READING(new double[] {.5, .5, .5}, new double[] {.5, .5, .5});

  private final double[] means;
  private final double[] deviations;

  Normalisation(double[] means, double[] deviations) {
    this.means = means;
    this.deviations = deviations;
  }

  float scale(int plane) {
    return (float) (1 / 255.0 / deviations[plane]);
  }

  float shift(int plane) {
    return (float) (-means[plane] / deviations[plane]);
  }
}
