package decompgen.onnx.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.expert.Inquiry;
import decompgen.domain.expert.Question;
import decompgen.domain.picture.Box;
import decompgen.domain.picture.Picture;
import decompgen.onnx.ShippedModels;
import decompgen.onnx.engine.EngineSettings;
import decompgen.onnx.image.ImageDecoder;
import decompgen.onnx.image.ImageLimits;
import decompgen.onnx.image.Samples;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("native")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DetectorTest {
  private Detector detector;

  @BeforeAll
  void open() {
    detector =
        Detector.open(
            ShippedModels.model("efficientdet-lite2/1"), EngineSettings.cpu(2), Tiling.NONE);
  }

  @AfterAll
  void close() {
    detector.close();
  }

  // Expected boxes and scores: the same model on the same input bytes in ONNX Runtime 1.32's
  // Python.

  @Test
  void answer_chelsea_oneCat() {
    Boxes seen = look("chelsea");
    List<Detection> sure = sure(seen);
    assertThat(sure).hasSize(1);
    assertDetection(sure.getFirst(), "cat", .7382, new Box(.001, 0, .9131, .9942));
  }

  @Test
  void answer_coffee_cupTableAndSpoon() {
    List<Detection> sure = sure(look("coffee"));
    assertThat(sure).hasSize(3);
    assertDetection(sure.get(0), "cup", .8494, new Box(.2687, .055, .6915, .7829));
    assertDetection(sure.get(1), "dining table", .6978, new Box(0, .0092, .9954, .9942));
    assertDetection(sure.get(2), "spoon", .433, new Box(.5318, .398, .6843, .8194));
  }

  @Test
  void answer_astronaut_onePerson() {
    Detection best = look("astronaut").boxes().getFirst();
    assertDetection(best, "person", .8163, new Box(.0393, .0238, .7268, .9916));
  }

  @Test
  void answer_anyPhoto_scoresOfEightyClassesAndEachBoxBelowItsClass() {
    Boxes seen = look("coffee");
    assertThat(seen.classScores()).hasSize(80).doesNotContainKey("???");
    assertThat(detector.labels()).hasSize(80).isEqualTo(seen.classScores().keySet());
    for (Detection found : seen.boxes())
      assertThat(found.score()).isLessThanOrEqualTo(seen.best(found.label()));
    assertThat(seen.best("cup")).isCloseTo(.8494, within(.02));
    assertThat(seen.best("elephant")).isLessThan(.05);
  }

  @Test
  void answer_region_boxesInThePicturesOwnCoordinates() {
    Box right = new Box(.25, 0, .75, .85); // around the cup
    Boxes seen = look("coffee", new Question.Region(right));
    Detection cup = seen.of("cup", .5).getFirst();
    assertThat(cup.box().iou(new Box(.2687, .055, .6915, .7829))).isGreaterThan(.85);
    for (Detection found : seen.boxes())
      assertThat(found.box().overlap(right)).isCloseTo(found.box().area(), within(.02));
  }

  @Test
  void answer_batch_oneAnswerEachInOrder() {
    List<Inquiry> batch =
        List.of(
            new Inquiry(photo("chelsea"), new Question.Whole()),
            new Inquiry(photo("coffee"), new Question.Whole()));
    assertThat(detector.answer(batch, new Cancellation()))
        .containsExactly(look("chelsea"), look("coffee"));
  }

  @Test
  void answer_cancelled_failsAsCancelled() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    List<Inquiry> batch = List.of(new Inquiry(photo("coffee"), new Question.Whole()));
    assertThatThrownBy(() -> detector.answer(batch, cancellation))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CANCELLED));
  }

  @Test
  void open_classifiersModel_namesTheKind() {
    assertThatThrownBy(
            () ->
                Detector.open(
                    ShippedModels.model("efficientnet-lite4/3"),
                    EngineSettings.cpu(1),
                    Tiling.NONE))
        .isInstanceOf(Failure.class)
        .hasMessageContainingAll("efficientnet-lite4/3", "kind", "DETECTOR");
  }

  @Test
  void answer_smallPhotosInALargePicture_tilesFindWhatTheWholeMisses() {
    Picture wall = wall(photo("chelsea"), 4);
    try (Detector tiled =
        Detector.open(
            ShippedModels.model("efficientdet-lite2/1"),
            EngineSettings.cpu(2),
            new Tiling(1_000, 700, .35, .5))) {
      Question whole = new Question.Whole();
      int plain = sure(boxes(detector, wall, whole)).size();
      assertThat(sure(boxes(tiled, wall, whole))).hasSizeGreaterThan(plain);
      assertThat(tiled.version()).isEqualTo("efficientdet-lite2/1+tiles-1000-700");
      assertThat(boxes(tiled, photo("chelsea"), whole)).isEqualTo(look("chelsea"));
    }
  }

  /** The photo repeated across and down. */
  private static Picture wall(Picture photo, int times) {
    int width = photo.widthPixels();
    int height = photo.heightPixels();
    byte[] rgb = new byte[photo.rgb().length * times * times];
    for (int y = 0; y < height * times; y++)
      for (int copy = 0; copy < times; copy++)
        System.arraycopy(
            photo.rgb(), 3 * width * (y % height), rgb, 3 * width * (y * times + copy), 3 * width);
    return new Picture(photo.id(), width * times, height * times, rgb);
  }

  private Boxes look(String sample) {
    return look(sample, new Question.Whole());
  }

  private Boxes look(String sample, Question question) {
    return boxes(detector, photo(sample), question);
  }

  private static Boxes boxes(Detector detector, Picture picture, Question question) {
    return (Boxes)
        detector.answer(List.of(new Inquiry(picture, question)), new Cancellation()).getFirst();
  }

  private static Picture photo(String sample) {
    return new ImageDecoder(ImageLimits.DEFAULT).decode(Samples.photo(sample));
  }

  private static List<Detection> sure(Boxes seen) {
    return seen.boxes().stream().filter(found -> found.score() >= .3).toList();
  }

  private static void assertDetection(Detection found, String label, double score, Box box) {
    assertThat(found.label()).isEqualTo(label);
    assertThat(found.score()).isCloseTo(score, within(.02));
    assertThat(found.box().x0()).isCloseTo(box.x0(), within(.02));
    assertThat(found.box().y0()).isCloseTo(box.y0(), within(.02));
    assertThat(found.box().x1()).isCloseTo(box.x1(), within(.02));
    assertThat(found.box().y1()).isCloseTo(box.y1(), within(.02));
  }
}
