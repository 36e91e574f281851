package decompgen.domain.verdict;

import decompgen.domain.picture.Box;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * How big a box is in its image, with the source's limits (arXiv 2411.13697, released code): large
 * w > .4 or h > .4, small both < .3, long either > .5, short both < .3, tall h > .4.
 */
enum Size {
  LARGE("large", "larger", "big", "bigger", "huge"),
  SMALL("small", "smaller", "tiny", "little"),
  LONG("long", "longer"),
  SHORT("short", "shorter"),
  TALL("tall", "taller", "high", "higher");

  private final Set<String> words;

  Size(String... words) {
    this.words = Set.of(words);
  }

  static Optional<Size> of(String quality) {
    return Arrays.stream(values()).filter(size -> size.words.contains(quality)).findFirst();
  }

  /** Whether a box in the image is of that size. */
  boolean holds(Box box) {
    return switch (this) {
      case LARGE -> box.width() > .4 || box.height() > .4;
      case SMALL, SHORT -> box.width() < .3 && box.height() < .3;
      case LONG -> box.width() > .5 || box.height() > .5;
      case TALL -> box.height() > .4;
    };
  }

  /** How many times one box is as large (small, tall, …) as another, 1 when they are equal. */
  double times(Box one, Box other) {
    return switch (this) {
      case LARGE -> one.area() / other.area();
      case SMALL -> other.area() / one.area();
      case LONG -> squared(longSide(one) / longSide(other));
      case SHORT -> squared(other.height() / one.height());
      case TALL -> squared(one.height() / other.height());
    };
  }

  private static double longSide(Box box) {
    return Math.max(box.width(), box.height());
  }

  /** Lengths are compared by the squares on them, so that one ratio serves lengths and areas. */
  private static double squared(double ratio) {
    return ratio * ratio;
  }
}
