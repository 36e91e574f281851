package decompgen.onnx.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import decompgen.domain.evidence.Evidence.Label;
import decompgen.domain.evidence.Evidence.Labels;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.expert.Inquiry;
import decompgen.domain.expert.Question;
import decompgen.domain.picture.Box;
import decompgen.domain.picture.Picture;
import decompgen.onnx.ShippedModels;
import decompgen.onnx.engine.CountingEngine;
import decompgen.onnx.engine.EngineSettings;
import decompgen.onnx.image.ImageDecoder;
import decompgen.onnx.image.ImageLimits;
import decompgen.onnx.image.Samples;
import decompgen.onnx.repository.Model;
import decompgen.onnx.session.OnnxSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("native")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassifierTest {
  private Classifier classifier;

  @BeforeAll
  void open() {
    classifier =
        Classifier.open(ShippedModels.model("efficientnet-lite4/3"), EngineSettings.cpu(2), 5);
  }

  @AfterAll
  void close() {
    classifier.close();
  }

  /** Expected: the same model on Pillow's resized bytes in ONNX Runtime 1.32's Python. */
  @ParameterizedTest
  @CsvSource({
    "chelsea, Egyptian cat, .7749, tabby, .0568, tiger cat, .0493",
    "coffee, espresso, .8193, cup, .0646, coffee mug, .0145",
    "astronaut, football helmet, .3152, space shuttle, .1425, crash helmet, .0453",
  })
  void answer_samplePhoto_firstThreeLabels(
      String sample, String a, double pA, String b, double pB, String c, double pC) {
    List<Label> labels = look(sample, new Question.Whole()).labels();
    assertThat(labels).hasSize(5 + 8);
    assertLabel(labels.get(0), a, pA);
    assertLabel(labels.get(1), b, pB);
    assertLabel(labels.get(2), c, pC);
  }

  /** Expected: as above. */
  @Test
  void answer_wholePicture_endsWithItsStuff() throws IOException {
    byte[] beach = resource("/decompgen/regression/images/beach.jpg");
    List<Label> labels = look(beach, new Question.Whole()).labels();
    List<Label> stuff = labels.subList(5, labels.size());
    assertThat(stuff)
        .extracting(Label::label)
        .containsExactly(
            "sky", "cloud", "tree", "grass", "water", "sand", "mountain or hill", "building");
    assertLabel(stuff.get(0), "sky", .7116);
    assertLabel(stuff.get(2), "tree", .1906);
    assertLabel(stuff.get(4), "water", .9277);
    assertThat(look(beach, new Question.Patch(new Box(0, 0, 1, .5))).labels()).hasSize(5);
  }

  @Test
  void answer_region_isNamedInTheAnswer() {
    Box cup = new Box(.2687, .055, .6915, .7829);
    Labels seen = look("coffee", new Question.Region(cup));
    assertThat(seen.region()).isEqualTo(cup);
    assertThat(seen.labels())
        .extracting(Label::label)
        .containsAnyOf("espresso", "cup", "coffee mug");
    assertThat(seen.labels()).isNotEqualTo(look("coffee", new Question.Whole()).labels());
  }

  @Test
  void answer_patchOfTheWhole_isTheWhole() {
    assertThat(look("coffee", new Question.Patch(Box.WHOLE)))
        .isEqualTo(look("coffee", new Question.Whole()));
  }

  /** The cup is more of the picture's part than of the picture: .8193 there. */
  @Test
  void answer_patch_isNamedWithinThePicture() {
    Box cup = new Box(.2687, .055, .6915, .7829);
    Labels seen = look("coffee", new Question.Patch(cup));
    assertThat(seen.region()).isEqualTo(cup);
    assertThat(seen.labels().getFirst().label()).isEqualTo("espresso");
    assertThat(seen.labels().getFirst().score()).isGreaterThan(.85);
    Labels corner = look("coffee", new Question.Patch(new Box(.9, 0, 1, .1)));
    assertThat(corner.labels().getFirst().score()).isLessThan(.5);
  }

  /** One run for a picture, however many of its parts are asked about. */
  @Test
  void answer_patchesOfOnePicture_oneRun() {
    Model model = ShippedModels.model("efficientnet-lite4/3");
    CountingEngine runs = new CountingEngine(OnnxSession.open(model, EngineSettings.cpu(1)));
    try (Classifier counted = new Classifier(model, runs, 5)) {
      Picture photo = new ImageDecoder(ImageLimits.DEFAULT).decode(Samples.photo("chelsea"));
      for (int i = 1; i <= 4; i++)
        counted.answer(
            List.of(
                new Inquiry(photo, new Question.Whole()),
                new Inquiry(photo, new Question.Patch(new Box(0, 0, i / 4.0, 1)))),
            new Cancellation());
      assertThat(runs.runs()).isEqualTo(1);
      counted.answer(
          List.of(new Inquiry(photo, new Question.Region(Box.WHOLE))), new Cancellation());
      assertThat(runs.runs()).isEqualTo(2);
    }
  }

  @Test
  void answer_regionWithoutAnyPixel_looksAtOne() {
    assertThat(look("coffee", new Question.Region(new Box(1, 1, 1, 1))).labels()).hasSize(5);
  }

  private static byte[] resource(String path) throws IOException {
    try (InputStream in = ClassifierTest.class.getResourceAsStream(path)) {
      return Objects.requireNonNull(in, path).readAllBytes();
    }
  }

  private Labels look(String sample, Question question) {
    return look(Samples.photo(sample), question);
  }

  private Labels look(byte[] file, Question question) {
    Picture photo = new ImageDecoder(ImageLimits.DEFAULT).decode(file);
    return (Labels)
        classifier.answer(List.of(new Inquiry(photo, question)), new Cancellation()).getFirst();
  }

  private static void assertLabel(Label label, String name, double probability) {
    assertThat(label.label()).isEqualTo(name);
    assertThat(label.score()).isCloseTo(probability, within(.02));
  }
}
