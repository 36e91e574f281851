package decompgen.domain.verdict;

import static decompgen.domain.verdict.DgprefBoxes.CERTAIN;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Claim.CountClaim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Claim.RelationClaim;
import decompgen.domain.claim.Claim.ScaleClaim;
import decompgen.domain.claim.Claim.SpatialClaim;
import decompgen.domain.claim.Claim.TextClaim;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.picture.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Places by centres of boxes, any pair being enough, with the source's faults: see {@link
 * Direction}. Predicates of relations count too when a word of place is anywhere in them.
 */
record DgprefSpatialRule(DgprefBoxes boxes) implements Rule {
  /** The source's five places and the substrings that name them, in the order it tries them. */
  enum Direction {
    LEFT("left"),
    RIGHT("right"),
    TOP("top", "above"),
    BOTTOM("bottom", "below", "under", "beneath", "underneath"),
    NEAR("near", "next");

    private final List<String> names;

    Direction(String... names) {
      this.names = List.of(names);
    }

    /**
     * Fault: the first name found anywhere wins, so that "right next to" and "bright" are right.
     */
    static Optional<Direction> of(String predicate) {
      return Arrays.stream(values())
          .filter(direction -> direction.names.stream().anyMatch(predicate::contains))
          .findFirst();
    }

    boolean holds(Box subject, Box object) {
      double right = subject.centreX() - object.centreX();
      double down = subject.centreY() - object.centreY();
      return switch (this) {
        case LEFT -> right < 0;
        case RIGHT -> right > 0;
        // Fault: y grows downward, so this is the lower one.
        case TOP -> down > 0;
        // Fault: the source compares where it means to assign.
        case BOTTOM -> false;
        // Fault: one axis is enough.
        case NEAR -> Math.abs(right) < .1 || Math.abs(down) < .1;
      };
    }
  }

  private record Place(String subject, String predicate, @Nullable String object) {}

  @Override
  public String judge() {
    return "geometry";
  }

  @Override
  public String expert() {
    return "detector";
  }

  @Override
  public boolean judges(Claim claim) {
    return place(claim).flatMap(place -> Direction.of(place.predicate())).isPresent();
  }

  @Override
  public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
    Place place = place(claim).orElseThrow();
    String object = place.object();
    List<Detection> subjects = boxes.of(place.subject(), located);
    List<Detection> shown = new ArrayList<>(subjects);
    List<Box> objects = List.of(Box.WHOLE);
    if (object != null) {
      shown.addAll(boxes.of(object, located));
      objects = boxes.of(object, located).stream().map(Detection::box).toList();
    }
    boolean known = boxes.knows(place.subject()) && (object == null || boxes.knows(object));
    Verdict verdict =
        known
            ? verdict(Direction.of(place.predicate()).orElseThrow(), subjects, objects)
            : Verdict.UNANSWERABLE;
    return CERTAIN.ruling(verdict, new Boxes(shown, Map.of()));
  }

  private static Verdict verdict(Direction direction, List<Detection> subjects, List<Box> objects) {
    if (subjects.isEmpty() || objects.isEmpty()) return Verdict.NOT_APPLICABLE;
    return Verdict.supportedIf(
        subjects.stream()
            .anyMatch(
                subject ->
                    objects.stream().anyMatch(object -> direction.holds(subject.box(), object))));
  }

  private static Optional<Place> place(Claim claim) {
    return switch (claim) {
      case SpatialClaim(_, var subject, var predicate, var object) ->
          Optional.of(new Place(subject, predicate, object));
      case RelationClaim(_, var subject, var predicate, var object) ->
          Optional.of(new Place(subject, predicate, object));
      case ObjectClaim _, CountClaim _, AttributeClaim _, ScaleClaim _, TextClaim _ ->
          Optional.empty();
    };
  }
}
