package decompgen.torch.image;

import java.util.List;

/**
 * What a byte of each colour becomes: (byte · factor − mean) / deviation, where the product is
 * rounded from float64 to float32 and the rest is float32, as in the reference.
 *
 * @param mean of red, green, blue
 * @param deviation standard deviation of red, green, blue
 */
record Levels(double factor, List<Double> mean, List<Double> deviation) {
  /**
   * Mean and deviation of the pictures that CLIP was trained on (Radford et al. 2021, its code).
   */
  static final Levels CLIP =
      new Levels(
          1 / 255.0,
          List.of(.48145466, .4578275, .40821073),
          List.of(.26862954, .26130258, .27577711));

  Levels {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
    if (mean.size() != 3 || deviation.size() != 3)
      throw new IllegalArgumentException("colours: " + mean + ", " + deviation);
  }

  /** The value of each byte of one colour. */
  float[] of(int colour) {
    float[] values = new float[256];
    float middle = mean.get(colour).floatValue();
    float spread = deviation.get(colour).floatValue();
    for (int i = 0; i < values.length; i++) values[i] = ((float) (i * factor) - middle) / spread;
    return values;
  }

  /** The mean as a byte, rounded down: what LLaVA pads with. */
  byte padding(int colour) {
    return (byte) (int) (mean.get(colour) * 255.0);
  }
}
