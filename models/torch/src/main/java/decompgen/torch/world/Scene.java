package decompgen.torch.world;

import decompgen.domain.picture.Box;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a picture of the toy world shows: its truth.
 *
 * @param seed the seed that it was drawn from, and that draws it again
 */
public record Scene(long seed, String background, List<Thing> things) {
  /** Width and height of a picture in pixels: what places are measured in. */
  static final int SIDE = 448;

  public Scene {
    things = List.copyOf(things);
  }

  /** The things by their class, in the order in which they were put there. */
  Map<String, List<Thing>> groups() {
    Map<String, List<Thing>> groups = new LinkedHashMap<>();
    for (Thing thing : things)
      groups.merge(
          thing.cutout().label(),
          List.of(thing),
          (some, one) -> Stream.concat(some.stream(), one.stream()).toList());
    return groups;
  }

  boolean shows(String label) {
    return things.stream().anyMatch(thing -> thing.cutout().label().equals(label));
  }

  /** What is to be seen at a point: colour and noun of a thing, or the background's name. */
  public String lookAt(double x, double y) {
    return things.stream()
        .filter(thing -> thing.box().holds(x, y))
        .map(thing -> thing.colour() + " " + thing.cutout().noun())
        .findFirst()
        .orElse(background);
  }

  /**
   * One thing in its place.
   *
   * @param colour its main colour; null when it has no single one
   * @param place the rectangle that it was pasted into
   * @param mirrored whether left and right of the cut-out are exchanged
   */
  record Thing(Cutout cutout, @Nullable String colour, Size size, Place place, boolean mirrored) {
    Box box() {
      return place.box();
    }
  }

  /** A rectangle of whole pixels, right and bottom exclusive. */
  record Place(int x, int y, int width, int height) {
    boolean apart(Place other, int gap) {
      return x + width + gap <= other.x
          || other.x + other.width + gap <= x
          || y + height + gap <= other.y
          || other.y + other.height + gap <= y;
    }

    Box box() {
      return new Box(
          (double) x / SIDE,
          (double) y / SIDE,
          (double) (x + width) / SIDE,
          (double) (y + height) / SIDE);
    }
  }
}
