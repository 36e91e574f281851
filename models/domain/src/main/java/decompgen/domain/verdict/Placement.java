package decompgen.domain.verdict;

import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;

import decompgen.domain.picture.Box;
import decompgen.domain.verdict.Thresholds.Placing;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where one box is to another, as far as flat boxes can tell. */
public enum Placement {
  LEFT("left", "leftmost", "left-hand"),
  RIGHT("right", "rightmost", "right-hand"),
  ABOVE("above", "top", "upper"),
  BELOW("below", "under", "underneath", "beneath", "bottom", "lower"),
  FRONT("front"),
  BEHIND("behind"),
  MIDDLE("middle", "center", "centre"),
  ON("on", "atop", "upon"),
  NEAR("near", "next", "beside", "close", "alongside", "adjacent", "nearby"),
  IN("in", "inside", "within", "into");

  /** Words that only join others: "to the left side of". */
  private static final Set<String> JOINTS =
      Set.of(
          "a",
          "the",
          "to",
          "of",
          "at",
          "side",
          "hand",
          "part",
          "half",
          "from",
          "just",
          "directly",
          "located",
          "positioned",
          "is",
          "are",
          "be",
          "very");

  private final Set<String> words;

  Placement(String... words) {
    this.words = Set.of(words);
  }

  /**
   * The placement that a predicate names ("to the left of", "next to", "on top of"); empty when it
   * names none, several ("top left") or has words that are not known here.
   */
  static Optional<Placement> of(String predicate) {
    Set<String> left = new HashSet<>(List.of(predicate.toLowerCase(Locale.ROOT).split("\\W+")));
    left.removeAll(JOINTS);
    if (left.equals(Set.of("on", "top"))) return Optional.of(ON);
    if (left.size() > 1) left.removeAll(Set.of("on", "in"));
    if (left.size() != 1) return Optional.empty();
    return Arrays.stream(values()).filter(p -> p.words.containsAll(left)).findFirst();
  }

  /** Whether every pair of boxes must agree; contact of one pair is enough for the others. */
  boolean directional() {
    return switch (this) {
      case LEFT, RIGHT, ABOVE, BELOW, MIDDLE -> true;
      case FRONT, BEHIND, ON, NEAR, IN -> false;
    };
  }

  /** Whether the subject is so placed to the object. */
  Verdict verdict(Box subject, Box object, Placing placing) {
    return switch (this) {
      case LEFT -> beyond(object.centreX() - subject.centreX(), placing);
      case RIGHT -> beyond(subject.centreX() - object.centreX(), placing);
      // The image's y grows downward.
      case ABOVE -> beyond(object.centreY() - subject.centreY(), placing);
      case BELOW -> beyond(subject.centreY() - object.centreY(), placing);
      case FRONT -> nearer(subject, object, placing);
      case BEHIND -> nearer(object, subject, placing);
      case MIDDLE -> middle(subject, object, placing);
      case ON -> contact(rests(subject, object, placing), subject, object, placing);
      case NEAR -> contact(subject.gap(object) <= placing.near(), subject, object, placing);
      case IN -> contact(subject.inside(object) >= placing.inside(), subject, object, placing);
    };
  }

  private static Verdict beyond(double distance, Placing placing) {
    if (distance > placing.margin()) return SUPPORTED;
    return distance < -placing.margin() ? CONTRADICTED : UNANSWERABLE;
  }

  /**
   * What stands on the same ground nearer to the camera stands lower in the image. Feet are hard to
   * box, and so the margin counts twice.
   */
  private static Verdict nearer(Box subject, Box object, Placing placing) {
    double shared = Math.min(subject.x1(), object.x1()) - Math.max(subject.x0(), object.x0());
    if (shared <= 0) return UNANSWERABLE;
    return beyond((subject.y1() - object.y1()) / 2, placing);
  }

  /** The middle third of the object, give or take the margin. */
  private static Verdict middle(Box subject, Box object, Placing placing) {
    double off =
        Math.max(
            Math.abs(subject.centreX() - object.centreX()) - object.width() / 6,
            Math.abs(subject.centreY() - object.centreY()) - object.height() / 6);
    return beyond(-off, placing);
  }

  private static boolean rests(Box subject, Box object, Placing placing) {
    double shared = Math.min(subject.x1(), object.x1()) - Math.max(subject.x0(), object.x0());
    return shared >= subject.width() / 2
        && subject.y1() >= object.y0() - placing.near()
        && subject.y1() <= object.y1() + placing.near()
        && subject.centreY() < object.centreY() + placing.margin();
  }

  private static Verdict contact(boolean holds, Box subject, Box object, Placing placing) {
    if (holds) return SUPPORTED;
    return subject.gap(object) >= placing.far() ? CONTRADICTED : UNANSWERABLE;
  }
}
