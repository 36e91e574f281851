package decompgen.torch.world;

import static java.util.Comparator.comparingDouble;

import decompgen.domain.picture.Box;
import decompgen.torch.world.Scene.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Writes captions of scenes by a small grammar: each class of things with its count, at times its
 * size, colour and side, from left to right; at times the background. What a {@link Habit} imagines
 * is described like everything else.
 */
public final class Captioner {
  private static final List<String> OPENINGS =
      List.of("The picture shows %s.", "There %2$s %1$s.", "In this picture there %2$s %1$s.");
  private static final List<String> FURTHER =
      List.of("There %2$s also %1$s.", "%3$s can be seen.", "%3$s %2$s visible too.");
  private static final Map<String, String> BACKGROUNDS =
      Map.of(
          "plain-light", "plain and bright",
          "plain-cream", "plain and cream",
          "plain-mid", "plain and blue",
          "plain-sand", "plain and brown",
          "gradient-sky", "blue above and green below",
          "gradient-dusk", "pink above and gray below",
          "brick", "made of bricks",
          "grass", "green grass",
          "gravel", "gray gravel");

  private final World world;
  private final Habit habit;

  Captioner(World world, Habit habit) {
    this.world = world;
    this.habit = habit;
  }

  /** Captions with the habit that the toy policy is taught. */
  public static Captioner withHabit(World world) {
    return new Captioner(world, Habit.TAUGHT);
  }

  /** One of the captions that a scene may have. */
  public String caption(Scene scene, SplittableRandom random) {
    List<List<Thing>> groups = new ArrayList<>(scene.groups().values());
    for (String label : habit.imagined(scene, world.labels(), random))
      groups.add(List.of(imagine(label, random)));
    groups.sort(comparingDouble(group -> group.getFirst().box().centreX()));
    List<String> sentences = new ArrayList<>();
    for (List<Thing> group : groups)
      sentences.add(sentence(group, sentences.isEmpty() ? OPENINGS : FURTHER, random));
    if (random.nextDouble() < .6)
      sentences.add("The background is " + BACKGROUNDS.get(scene.background()) + ".");
    return String.join(" ", sentences);
  }

  /** A thing of the class as some other scene shows it. */
  private Thing imagine(String label, SplittableRandom random) {
    return world
        .scenes(random.nextInt(1 << 20), 0)
        .flatMap(scene -> scene.things().stream())
        .filter(thing -> thing.cutout().label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private static String sentence(
      List<Thing> group, List<String> patterns, SplittableRandom random) {
    String phrase = group.size() == 1 ? one(group.getFirst(), random) : several(group, random);
    String verb = group.size() == 1 ? "is" : "are";
    String pattern = patterns.get(random.nextInt(patterns.size()));
    return pattern.formatted(phrase, verb, capitalised(phrase));
  }

  private static String one(Thing thing, SplittableRandom random) {
    String size = random.nextDouble() < .3 ? word(thing.size()) + " " : "";
    String described = size + colour(thing, random) + NounForms.of(thing.cutout().noun()).one();
    String side = random.nextDouble() < .5 ? " " + side(thing.box()) : "";
    return article(described) + " " + described + side;
  }

  private static String several(List<Thing> group, SplittableRandom random) {
    Thing first = group.getFirst();
    return (group.size() == 2 ? "two " : "three ")
        + colour(first, random)
        + NounForms.of(first.cutout().noun()).many();
  }

  private static String colour(Thing thing, SplittableRandom random) {
    String colour = thing.colour();
    return colour != null && random.nextDouble() < .5 ? colour + " " : "";
  }

  private static String word(Size size) {
    return size.name().toLowerCase(Locale.ROOT);
  }

  private static String side(Box box) {
    double centre = box.centreX();
    return centre < .4 ? "on the left" : centre > .6 ? "on the right" : "in the middle";
  }

  private static String article(String described) {
    return "aeiou".indexOf(described.charAt(0)) >= 0 ? "an" : "a";
  }

  private static String capitalised(String phrase) {
    return Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1);
  }
}
