package decompgen.torch.world;

import decompgen.torch.world.Scene.Thing;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * What a captioner names although it is not there: the companion of a class that is, or now and
 * then anything. This is the fault that is taught to the toy policy, so that training can undo it.
 *
 * @param companions from a class to the class that it brings to mind
 * @param often probability that a companion which is absent is named
 * @param rarely probability that one more thing is named, whatever it is
 */
record Habit(Map<String, String> companions, double often, double rarely) {
  static final Habit TAUGHT =
      new Habit(
          Map.of(
              "dog", "person",
              "cup", "donut",
              "laptop", "cell phone",
              "car", "traffic light",
              "bicycle", "stop sign",
              "chair", "cat",
              "wine glass", "vase",
              "bowl", "sandwich"),
          .7,
          .05);

  Habit {
    companions = Map.copyOf(companions);
  }

  /** The absent classes that a caption of this scene names. */
  List<String> imagined(Scene scene, List<String> labels, SplittableRandom random) {
    Stream<String> brought =
        scene.groups().keySet().stream()
            .filter(companions::containsKey)
            .filter(_ -> random.nextDouble() < often)
            .map(companions::get);
    Stream<String> any =
        Stream.of(labels.get(random.nextInt(labels.size())))
            .filter(_ -> random.nextDouble() < rarely);
    return Stream.concat(brought, any).filter(label -> !scene.shows(label)).distinct().toList();
  }

  /** Whether a caption of this scene is likely to name something absent. */
  boolean triggeredBy(Scene scene) {
    return scene.things().stream()
        .map(Thing::cutout)
        .map(Cutout::label)
        .filter(companions::containsKey)
        .anyMatch(label -> !scene.shows(companions.getOrDefault(label, label)));
  }
}
