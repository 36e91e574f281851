package decompgen.domain.expert;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Colours;
import decompgen.domain.picture.Box;
import decompgen.domain.picture.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * Tells the shares of the basic colours in a region, from the pixels alone.
 *
 * <p>Of a box, 48 x 48 points are looked at, whatever its size. They lie inside the box less a
 * tenth on each side, and those near the middle weigh more: e^(-2(u² + v²)) with u, v in [-1,1]
 * across and down. What the thing stands before shows in its box too: the shares in a ring of a
 * quarter of the box's sides around it, times .7, are taken away before the rest is made one. Of a
 * whole picture, 64 x 64 points count alike.
 *
 * <p>Each point is named by {@link Colour}, whose regions go by saturation rather than chroma, so
 * that shade changes the name late.
 */
public final class ColourExpert implements Expert {
  private static final int POINTS = 48;
  private static final int WHOLE_POINTS = 64;
  private static final double BORDER = .1;
  private static final double RING = .25;
  private static final double RING_WEIGHT = .7;

  /** With less left when the ring is taken away, thing and ground are alike: nothing is taken. */
  private static final double LEAST_LEFT = .15;

  /** A ring of fewer of its points, because the box fills the picture, says nothing. */
  private static final double LEAST_RING = .1;

  private static final int NAMES_KEPT = 1 << 15;

  /** Names of the colours with five bits a component: naming is slow, pixels are many. */
  private final Colour[] names = namesOfAll();

  @Override
  public String name() {
    return "colour";
  }

  @Override
  public String version() {
    return "oklch/2";
  }

  @Override
  public List<Evidence> answer(List<Inquiry> batch, Cancellation cancellation) {
    List<Evidence> answers = new ArrayList<>();
    for (Inquiry inquiry : batch) {
      if (cancellation.cancelled())
        throw new Failure(ErrorCode.CANCELLED, "Looking at colours was cancelled.");
      answers.add(colours(inquiry.picture(), inquiry.question()));
    }
    return answers;
  }

  @Override
  public void close() {}

  private Colours colours(Picture picture, Question question) {
    return switch (question) {
      case Question.Whole() -> {
        Palette all = look(picture, Box.WHOLE, WHOLE_POINTS, (u, v) -> 1);
        yield new Colours(Box.WHOLE, all.shares());
      }
      case Question.Region(Box box) -> new Colours(box, thing(picture, box).shares());
      case Question.Patch(Box box) -> new Colours(box, inside(picture, box).shares());
    };
  }

  private Palette thing(Picture picture, Box box) {
    Palette inside = inside(picture, box);
    Box around = grown(box, RING);
    Palette ring =
        look(picture, around, POINTS, (u, v) -> box.holds(x(around, u), y(around, v)) ? 0 : 1);
    return ring.weight() < LEAST_RING * POINTS * POINTS
        ? inside
        : inside.without(ring, RING_WEIGHT, LEAST_LEFT);
  }

  private Palette inside(Picture picture, Box box) {
    return look(picture, grown(box, -BORDER), POINTS, (u, v) -> Math.exp(-2 * (u * u + v * v)));
  }

  /** Larger by a share of its sides on each side, as far as the picture goes. */
  private static Box grown(Box box, double share) {
    double across = share * box.width();
    double down = share * box.height();
    return Box.clipped(box.x0() - across, box.y0() - down, box.x1() + across, box.y1() + down);
  }

  /** The colours at points in equal steps over a box, weighted by their place in [-1,1] squared. */
  private Palette look(Picture picture, Box box, int points, DoubleBinaryOperator weight) {
    Palette palette = new Palette();
    for (int row = 0; row < points; row++)
      for (int column = 0; column < points; column++) {
        double u = (2 * column + 1.0) / points - 1;
        double v = (2 * row + 1.0) / points - 1;
        palette.add(at(picture, x(box, u), y(box, v)), weight.applyAsDouble(u, v));
      }
    return palette;
  }

  private static double x(Box box, double u) {
    return box.centreX() + u * box.width() / 2;
  }

  private static double y(Box box, double v) {
    return box.centreY() + v * box.height() / 2;
  }

  private Colour at(Picture picture, double relativeX, double relativeY) {
    int x = pixel(relativeX, picture.widthPixels());
    int y = pixel(relativeY, picture.heightPixels());
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
