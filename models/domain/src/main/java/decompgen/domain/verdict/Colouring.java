package decompgen.domain.verdict;

import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;
import static java.util.Objects.requireNonNull;

import decompgen.domain.evidence.Evidence.Colours;
import decompgen.domain.expert.Colour;

/**
 * What shares of named colours say of a thing's colour.
 *
 * @param hues for colours with a hue
 * @param neutrals for black, grey and white, which windows, shadows and gleams have on all things
 * @param stray a colour is not denied where its box has this share of it, the thing's or what shows
 *     beside it
 * @param trace a picture with less than this share of a colour and its guises has no thing of it
 * @param bulk a picture with less than this share of a colour, its guises counted as a quarter, has
 *     no bulky thing of it
 * @param scene the same for the exact colour of a thing that the picture is a picture of
 */
public record Colouring(
    Shares hues,
    Shares neutrals,
    double stray,
    double trace,
    double bulk,
    double scene,
    Confidence confidence) {
  public Colouring {
    requireNonNull(hues, "hues");
    requireNonNull(neutrals, "neutrals");
    requireFraction("stray", stray);
    requireFraction("trace", trace);
    requireFraction("bulk", bulk);
    requireFraction("scene", scene);
    requireNonNull(confidence, "confidence");
  }

  /**
   * A place (sky, grass) is of a colour from this share on; what else shows there may have more.
   */
  private static final double COVER = .35;

  /**
   * Shares of a thing's box: from {@code present} of a colour on the thing has it, below {@code
   * absent} it has not, unless the colours that it may show as have {@code guise} together.
   */
  public record Shares(double present, double absent, double guise) {
    public Shares {
      requireFraction("present", present);
      requireFraction("guise", guise);
      if (!(0 <= absent && absent <= present))
        throw new IllegalArgumentException("absent: " + absent);
    }
  }

  /** Whether so much of it is there that the thing has it. */
  boolean shows(Colour colour, Colours seen) {
    return share(colour, seen) >= of(colour).present();
  }

  /** Whether so much of it is there that what fills the place has it. */
  boolean covers(Colour colour, Colours place) {
    return share(colour, place) >= COVER;
  }

  /** Whether the thing has next to none of it, and too little of its guises. */
  boolean lacks(Colour colour, Colours thing) {
    return lacks(colour, thing, of(colour).absent());
  }

  /** The same of a thing that the whole picture is a picture of. */
  boolean scenic(Colour colour, Colours picture) {
    return lacks(colour, picture, scene);
  }

  private boolean lacks(Colour colour, Colours seen, double absent) {
    return share(colour, seen) < absent && guises(colour, seen) < of(colour).guise();
  }

  /** Whether hardly any of it is in a box, the thing's or what shows beside it. */
  boolean clear(Colour colour, Colours box) {
    return share(colour, box) < stray;
  }

  /** Whether a picture has next to nothing of it and its guises. */
  boolean nowhere(Colour colour, Colours picture) {
    return share(colour, picture) + guises(colour, picture) < trace;
  }

  /**
   * Whether a picture has too little of it for a bulky thing. That has some of its own colour even
   * in shade, and so its guises, which most pictures have, count as a quarter; of a blue thing grey
   * too, for dark blue is grey to the eye.
   */
  boolean nowhereBulky(Colour colour, Colours picture) {
    double greyed = colour == Colour.BLUE ? share(Colour.GREY, picture) : 0;
    return share(colour, picture) + (guises(colour, picture) + greyed) / 4 < bulk;
  }

  static Verdict verdict(boolean shows, boolean lacks) {
    if (shows) return SUPPORTED;
    return lacks ? CONTRADICTED : UNANSWERABLE;
  }

  static double share(Colour colour, Colours seen) {
    return seen.shares().getOrDefault(colour.word(), 0.0);
  }

  private Shares of(Colour colour) {
    return colour.neutral() ? neutrals : hues;
  }

  private static double guises(Colour colour, Colours seen) {
    return colour.guises().stream().mapToDouble(guise -> share(guise, seen)).sum();
  }

  private static void requireFraction(String name, double value) {
    if (!(0 <= value && value <= 1)) throw new IllegalArgumentException(name + ": " + value);
  }
}
