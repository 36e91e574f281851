package decompgen.torch.world;

import decompgen.torch.world.Scene.Place;
import decompgen.torch.world.Scene.Thing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Draws what is in a picture and where: two to four things, now and then one of them twice or three
 * times, none touching another. {@link SplittableRandom} is splitmix64, and every draw is its next
 * double times a count, so that any language can repeat them.
 */
final class Layout {
  private static final int MARGIN = 6;
  private static final int GAP = 8;
  private static final int TRIES = 200;
  private static final int TRIES_A_SIZE = 50;

  private final List<Background> backgrounds;
  private final List<List<Cutout>> classes;

  Layout(World.Things things) {
    backgrounds = things.backgrounds();
    classes = List.copyOf(things.byLabel().values());
  }

  Scene scene(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String background = pick(backgrounds, random).name();
    List<Look> plan = plan(random);
    double most = plan.size() == 2 ? .50 : plan.size() == 3 ? .42 : .38;
    List<Thing> things = new ArrayList<>();
    for (Look look : plan) place(look, most, things, random).ifPresent(things::add);
    return new Scene(seed, background, things);
  }

  /** A cut-out in one of its colours. */
  private record Look(Cutout cutout, @Nullable String colour) {}

  private List<Look> plan(SplittableRandom random) {
    int count = 2 + below(3, random);
    int copies = Math.min(random.nextDouble() < .4 ? 2 + below(2, random) : 1, count);
    List<Look> plan = new ArrayList<>();
    Set<List<Cutout>> used = new HashSet<>();
    while (plan.size() < count) {
      List<Cutout> drawn = pick(classes, random);
      if (!used.add(drawn)) continue;
      Cutout cutout = pick(drawn, random);
      Look look = new Look(cutout, pick(cutout.colours(), random));
      int times = plan.isEmpty() ? copies : 1;
      for (int i = 0; i < times; i++) plan.add(look);
    }
    return plan;
  }

  /** A free place for a thing, smaller when it is hard to find; empty when there is none. */
  private static Optional<Thing> place(
      Look look, double most, List<Thing> there, SplittableRandom random) {
    Cutout cutout = look.cutout();
    double least = cutout.minSize();
    double size = least + (Math.max(most, least) - least) * random.nextDouble();
    boolean mirrored = random.nextDouble() < .5 && cutout.flip();
    for (int i = 0; i < TRIES; i++) {
      if (i > 0 && i % TRIES_A_SIZE == 0) size = Math.max(least, size * .85);
      Place place = anywhere(cutout, size, random);
      if (there.stream().allMatch(other -> place.apart(other.place(), GAP)))
        return Optional.of(new Thing(cutout, look.colour(), Size.of(size), place, mirrored));
    }
    return Optional.empty();
  }

  private static Place anywhere(Cutout cutout, double size, SplittableRandom random) {
    double scale = size * Scene.SIDE / Math.max(cutout.widthPixels(), cutout.heightPixels());
    int width = Math.max(1, (int) Math.rint(cutout.widthPixels() * scale));
    int height = Math.max(1, (int) Math.rint(cutout.heightPixels() * scale));
    int x = MARGIN + below(Scene.SIDE - 2 * MARGIN - width + 1, random);
    int y = MARGIN + below(Scene.SIDE - 2 * MARGIN - height + 1, random);
    return new Place(x, y, width, height);
  }

  private static <T extends @Nullable Object> T pick(List<T> choices, SplittableRandom random) {
    return choices.get(below(choices.size(), random));
  }

  private static int below(int count, SplittableRandom random) {
    return (int) (random.nextDouble() * count);
  }
}
