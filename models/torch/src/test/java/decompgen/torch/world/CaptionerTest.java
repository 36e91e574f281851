package decompgen.torch.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CaptionerTest {
  private static final World WORLD = World.load();
  private static final TruthJudge JUDGE = new TruthJudge(WORLD);
  private static final List<Scene> SCENES = WORLD.scenes(4, 0).limit(500).toList();

  @Test
  void truthful_anyScene_namesEveryThingAndNothingElse() {
    Captioner captioner = new Captioner(WORLD, new Habit(Map.of(), 0, 0));
    SplittableRandom random = new SplittableRandom(1);
    for (Scene scene : SCENES) {
      Mentions mentions = JUDGE.judge(captioner.caption(scene, random), scene);
      assertThat(mentions.hallucinated()).isEmpty();
      assertThat(mentions.real()).hasSize(scene.groups().size());
    }
  }

  @Test
  void withHabit_manyScenes_imaginesAsOftenAsTheHabitSays() {
    Captioner captioner = Captioner.withHabit(WORLD);
    SplittableRandom random = new SplittableRandom(2);
    int imagined = 0;
    int expected = 0;
    for (Scene scene : SCENES) {
      imagined += JUDGE.judge(captioner.caption(scene, random), scene).hallucinated().size();
      for (Map.Entry<String, String> pair : Habit.TAUGHT.companions().entrySet())
        if (scene.shows(pair.getKey()) && !scene.shows(pair.getValue())) expected++;
    }
    assertThat(expected).isGreaterThan(200);
    assertThat((double) imagined)
        .isCloseTo(.7 * expected + .05 * .9 * SCENES.size(), within(.1 * expected));
  }

  @Test
  void imagined_companionThatIsThere_isNotImagined() {
    Habit always = new Habit(Map.of("dog", "cat"), 1, 0);
    for (Scene scene : SCENES)
      assertThat(always.imagined(scene, WORLD.labels(), new SplittableRandom(3)))
          .isEqualTo(scene.shows("dog") && !scene.shows("cat") ? List.of("cat") : List.of());
  }

  @Test
  void caption_sameRandomNumbers_isTheSame() {
    Captioner captioner = Captioner.withHabit(WORLD);
    Scene scene = SCENES.getFirst();
    assertThat(captioner.caption(scene, new SplittableRandom(5)))
        .isEqualTo(captioner.caption(scene, new SplittableRandom(5)));
  }
}
