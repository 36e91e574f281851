package decompgen.domain.expert;

/**
 * A colour by lightness in [0,1], chroma from 0 (grey) to about .37, and hue in degrees [0,360), in
 * the cylinder form of Oklab (Ottosson 2020, "A perceptual color space for image processing"; also
 * CSS Color Module Level 4, §9), where equal steps look about equal.
 */
record Oklch(double lightness, double chroma, double hue) {
  /** Of an sRGB colour, each component in 0..255. */
  static Oklch of(int red, int green, int blue) {
    double r = linear(red);
    double g = linear(green);
    double b = linear(blue);
    double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    double lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
    double greenRed = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
    double blueYellow = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
    double hue = Math.toDegrees(Math.atan2(blueYellow, greenRed));
    return new Oklch(lightness, Math.hypot(greenRed, blueYellow), hue < 0 ? hue + 360 : hue);
  }

  /**
   * Chroma for its lightness: about the same in light and in shade, for shade scales all three
   * lights alike.
   */
  double saturation() {
    return lightness > 0 ? chroma / lightness : 0;
  }

  private static double linear(int component) {
    double value = component / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
