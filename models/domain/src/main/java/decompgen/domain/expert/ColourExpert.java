package decompgen.domain.expert;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Colours;
import decompgen.domain.picture.Box;
import decompgen.domain.picture.Picture;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tells the shares of the basic colours in a region, from the pixels alone.
 *
 * <p>At most 48 x 48 points are looked at, whatever the size of the region. They lie inside the
 * region less a tenth on each side, where a detector's box shows background, and those near the
 * middle weigh more: e^(-2(u² + v²)) with u, v in [-1,1] across and down. Each point is named by
 * {@link Colour}, whose regions go by saturation rather than chroma, so that shade changes the name
 * late.
 */
public final class ColourExpert implements Expert {
  private static final int POINTS = 48;
  private static final double BORDER = .1;
  private static final int NAMES_KEPT = 1 << 15;

  /** Names of the colours with five bits a component: naming is slow, pixels are many. */
  private final Colour[] names = namesOfAll();

  @Override
  public String name() {
    return "colour";
  }

  @Override
  public String version() {
    return "oklch/1";
  }

  @Override
  public List<Evidence> answer(List<Inquiry> batch, Cancellation cancellation) {
    List<Evidence> answers = new ArrayList<>();
    for (Inquiry inquiry : batch) {
      if (cancellation.cancelled())
        throw new Failure(ErrorCode.CANCELLED, "Looking at colours was cancelled.");
      answers.add(shares(inquiry.picture(), region(inquiry.question())));
    }
    return answers;
  }

  @Override
  public void close() {}

  private static Box region(Question question) {
    return switch (question) {
      case Question.Whole() -> Box.WHOLE;
      case Question.Region(Box box) -> box;
    };
  }

  private Colours shares(Picture picture, Box region) {
    Map<Colour, Double> weights = new EnumMap<>(Colour.class);
    double total = 0;
    for (int row = 0; row < POINTS; row++)
      for (int column = 0; column < POINTS; column++) {
        double u = centred(column);
        double v = centred(row);
        double weight = Math.exp(-2 * (u * u + v * v));
        weights.merge(at(picture, region, u, v), weight, Double::sum);
        total += weight;
      }
    double all = total;
    return new Colours(
        region,
        weights.entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey().word(), e -> e.getValue() / all)));
  }

  /** The middle of the i-th of equal stretches of [-1,1]. */
  private static double centred(int i) {
    return (2 * i + 1.0) / POINTS - 1;
  }

  private Colour at(Picture picture, Box region, double u, double v) {
    double kept = .5 - BORDER;
    int x = pixel(region.centreX() + u * kept * region.width(), picture.widthPixels());
    int y = pixel(region.centreY() + v * kept * region.height(), picture.heightPixels());
    int at = (y * picture.widthPixels() + x) * 3;
    byte[] rgb = picture.rgb();
    return names[key(rgb[at] & 0xff, rgb[at + 1] & 0xff, rgb[at + 2] & 0xff)];
  }

  private static int pixel(double fraction, int sizePixels) {
    return Math.clamp((int) (fraction * sizePixels), 0, sizePixels - 1);
  }

  private static int key(int red, int green, int blue) {
    return (red >> 3) << 10 | (green >> 3) << 5 | blue >> 3;
  }

  private static Colour[] namesOfAll() {
    Colour[] names = new Colour[NAMES_KEPT];
    for (int key = 0; key < NAMES_KEPT; key++)
      names[key] = Colour.of(Oklch.of(spread(key >> 10), spread(key >> 5), spread(key)));
    return names;
  }

  /** The middle of the eight values that share their upper five bits. */
  private static int spread(int fiveBits) {
    return (fiveBits & 0x1f) << 3 | 4;
  }
}
