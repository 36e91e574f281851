package decompgen.domain.verdict;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.SpatialClaim;
import decompgen.domain.evidence.Detection;
import decompgen.domain.picture.Box;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Which of several things of one noun a claim speaks of: "the horse on the right is black". Sides
 * of the image tell them apart, as the claims say that it requires.
 *
 * @param sides one for each noun of the claim, in their order, empty where all things are meant
 * @param given whether the response takes all of the things for granted: it speaks of what it has
 *     seen, and where a box is doubtful, that is where it is
 */
public record Selection(List<Optional<Placement>> sides, boolean given) {
  public static final Selection ALL = new Selection(List.of(), false);

  private static final double MIDDLE = .5;

  public Selection {
    sides = List.copyOf(sides);
  }

  /** The side that is said of each noun; of a noun that comes twice there must be two. */
  static Selection of(Claim claim, List<Claim> required) {
    List<String> nouns = claim.nouns();
    List<Optional<Placement>> sides = new ArrayList<>();
    for (int i = 0; i < nouns.size(); i++) {
      List<Placement> said = said(nouns.get(i), required);
      boolean clear = said.size() == Collections.frequency(nouns, nouns.get(i));
      int nth = Collections.frequency(nouns.subList(0, i), nouns.get(i));
      sides.add(clear ? Optional.of(said.get(nth)) : Optional.empty());
    }
    return new Selection(sides, required.stream().allMatch(known -> known.basis().given()));
  }

  private static List<Placement> said(String noun, List<Claim> required) {
    return required.stream()
        .filter(SpatialClaim.class::isInstance)
        .map(SpatialClaim.class::cast)
        .filter(place -> place.object() == null && place.subject().equals(noun))
        .flatMap(place -> Placement.of(place.predicate()).stream())
        .toList();
  }

  /** Those of the things that the claim's noun at that place speaks of. */
  List<Detection> of(int argument, List<Detection> things) {
    Optional<Placement> side = argument < sides.size() ? sides.get(argument) : Optional.empty();
    return side.map(placement -> chosen(placement, things)).orElse(things);
  }

  private static List<Detection> chosen(Placement side, List<Detection> things) {
    return switch (side) {
      case LEFT -> outermost(things, box -> 1 - box.centreX());
      case RIGHT -> outermost(things, Box::centreX);
      case ABOVE -> outermost(things, box -> 1 - box.centreY());
      case BELOW -> outermost(things, Box::centreY);
      case MIDDLE -> second(things);
      case FRONT, BEHIND, ON, NEAR, IN -> things;
    };
  }

  /** The one furthest towards a side of the image, if it lies on that side of its middle. */
  private static List<Detection> outermost(List<Detection> things, ToDoubleFunction<Box> towards) {
    return things.stream()
        .filter(thing -> towards.applyAsDouble(thing.box()) > MIDDLE)
        .max(Comparator.comparingDouble(thing -> towards.applyAsDouble(thing.box())))
        .map(List::of)
        .orElse(List.of());
  }

  /** The second of three from the left. */
  private static List<Detection> second(List<Detection> things) {
    return things.size() != 3
        ? List.of()
        : things.stream()
            .sorted(Comparator.comparingDouble(thing -> thing.box().centreX()))
            .skip(1)
            .limit(1)
            .toList();
  }
}
