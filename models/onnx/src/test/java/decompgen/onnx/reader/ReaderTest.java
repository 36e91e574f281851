package decompgen.onnx.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.evidence.Evidence.Line;
import decompgen.domain.evidence.Evidence.Lines;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.expert.Inquiry;
import decompgen.domain.expert.Question;
import decompgen.domain.expert.Question.Region;
import decompgen.domain.expert.Question.Whole;
import decompgen.domain.picture.Box;
import decompgen.domain.picture.Picture;
import decompgen.onnx.ShippedModels;
import decompgen.onnx.engine.CountingEngine;
import decompgen.onnx.engine.EngineSettings;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The reader on the shipped models. Boxes and confidences named in comments are RapidOCR 1.3.25's
 * for the same picture and the same weights.
 */
@Tag("native")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReaderTest {
  private static final Question WHOLE = new Whole();

  private ReaderModels models;
  private CountingEngine recogniser;
  private Reader reader;

  @BeforeAll
  void open() {
    models = ReaderModels.open(ShippedModels.repository(), EngineSettings.cpu(2));
    recogniser = new CountingEngine(models.recognising().engine());
    Network network = models.recognising();
    var counted =
        new ReaderModels(
            models.finding(),
            models.turning(),
            new Network(recogniser, network.input(), network.output(), network.planes()),
            models.characters());
    reader = new Reader(counted, ReaderSettings.DEFAULTS);
  }

  @BeforeEach
  void forgetRuns() {
    recogniser.reset();
  }

  @AfterAll
  void close() {
    reader.close();
    reader.close(); // the second one does nothing
  }

  @Test
  void answer_stopSign_wordAndBoxOfTheReference() {
    List<Line> lines = read(SamplePictures.stop());
    assertThat(lines).extracting(Line::text).containsExactly("STOP");
    assertThat(lines.getFirst().score()).isGreaterThan(.95); // .989
    // 148,153 to 334,208 of 480 by 360
    assertBox(lines.getFirst().box(), .308, .425, .696, .578);
  }

  @Test
  void answer_twoLines_readingOrder() {
    // Open 41,47 24 hours 158,46 Fresh 63,138 coffee 210,138
    assertThat(texts(SamplePictures.twoLines()))
        .containsExactly("Open", "24 hours", "Fresh", "coffee");
  }

  @Test
  void answer_smallText_read() {
    List<Line> lines = read(SamplePictures.small());
    assertThat(lines).extracting(Line::text).containsExactly("No parking here");
    // 261,214 to 377,233 of 640 by 480
    assertBox(lines.getFirst().box(), .408, .446, .589, .485);
  }

  @Test
  void answer_noText_noLines() {
    assertThat(read(SamplePictures.noText())).isEmpty();
  }

  @Test
  void answer_quarterTurn_sameWordTurnedBox() {
    List<Line> lines = read(SamplePictures.quarterTurned(SamplePictures.stop()));
    assertThat(lines).extracting(Line::text).containsExactly("STOP");
    // 151,145 to 213,340 of 360 by 480
    assertBox(lines.getFirst().box(), .419, .302, .592, .708);
  }

  @Test
  void answer_upsideDown_sameWords() {
    assertThat(texts(SamplePictures.halfTurned(SamplePictures.stop()))).containsExactly("STOP");
    assertThat(texts(SamplePictures.halfTurned(SamplePictures.twoLines())))
        .contains("coffee", "Fresh", "Open");
    assertThat(texts(SamplePictures.halfTurned(SamplePictures.small())))
        .containsExactly("No parking here");
  }

  @Test
  void answer_threeQuarterTurn_sameWords() {
    Picture turned = SamplePictures.quarterTurned(SamplePictures.halfTurned(SamplePictures.stop()));
    assertThat(texts(turned)).containsExactly("STOP");
  }

  @Test
  void answer_upsideDownWithoutTurning_notRead() {
    var settings = new ReaderSettings(736, 1280, 320, .3, .5, 1.6, 100, 6, 1, .5);
    var unturning = new Reader(models, settings);
    Picture turned = SamplePictures.halfTurned(SamplePictures.twoLines());
    assertThat(read(unturning, turned)).extracting(Line::text).doesNotContain("coffee", "Open");
  }

  @Test
  void answer_region_onlyItsLines() {
    var lower = new Region(new Box(0, .5, 1, 1));
    List<Line> lines = read(reader, SamplePictures.twoLines(), lower);
    assertThat(lines).extracting(Line::text).containsExactly("Fresh", "coffee");
    // 63,138 to 195,173 of 480 by 240
    assertBox(lines.getFirst().box(), .131, .575, .406, .721);
  }

  @Test
  void answer_emptyRegion_noLines() {
    assertThat(read(reader, SamplePictures.stop(), new Region(new Box(.5, .5, .5, .5)))).isEmpty();
  }

  @Test
  void answer_severalPictures_linesShareRunsAndReadAsAlone() {
    List<Picture> pictures =
        List.of(
            SamplePictures.twoLines(),
            SamplePictures.noText(),
            SamplePictures.stop(),
            SamplePictures.small(),
            SamplePictures.quarterTurned(SamplePictures.twoLines()));
    List<List<Line>> alone = pictures.stream().map(this::read).toList();
    int runsAlone = recogniser.runs();
    recogniser.reset();
    List<List<Line>> together =
        reader
            .answer(
                pictures.stream().map(picture -> new Inquiry(picture, WHOLE)).toList(),
                new Cancellation())
            .stream()
            .map(evidence -> ((Lines) evidence).lines())
            .toList();
    int lines = together.stream().mapToInt(List::size).sum();
    assertThat(lines).isGreaterThanOrEqualTo(8);
    assertThat(recogniser.runs()).isLessThan(runsAlone).isLessThan(lines);
    for (int i = 0; i < pictures.size(); i++) assertSame(alone.get(i), together.get(i));
  }

  @Test
  void answer_limitOfOneLine_largestOnly() {
    var settings = new ReaderSettings(736, 1280, 320, .3, .5, 1.6, 1, 6, .9, .5);
    assertThat(read(new Reader(models, settings), SamplePictures.twoLines()))
        .extracting(Line::text)
        .containsExactly("24 hours");
  }

  @Test
  void answer_readWithTooLittleConfidence_placesOnly() {
    var settings = new ReaderSettings(640, 1280, 320, .3, .3, 1.6, 100, 6, .9, 1);
    var inquiries = List.of(new Inquiry(SamplePictures.stop(), WHOLE));
    var evidence =
        (Lines) new Reader(models, settings).answer(inquiries, new Cancellation()).getFirst();
    assertThat(evidence.lines()).isEmpty();
    assertThat(evidence.unread()).hasSize(1);
    assertBox(evidence.unread().getFirst(), .308, .425, .696, .578);
  }

  @Test
  void answer_alreadyCancelled_refusedBeforeAnyRun() {
    var cancellation = new Cancellation();
    cancellation.cancel();
    assertCancelled(cancellation);
    assertThat(recogniser.runs()).isZero();
  }

  @Test
  void answer_cancelledWhileRecognising_stopsThere() {
    var cancellation = new Cancellation();
    recogniser.beforeRun(cancellation::cancel);
    assertCancelled(cancellation);
    assertThat(recogniser.runs()).isEqualTo(1);
  }

  @Test
  void answer_tinyAndThinPictures_noLinesNoError() {
    assertThat(read(SamplePictures.grey(1, 1))).isEmpty();
    assertThat(read(SamplePictures.grey(3000, 2))).isEmpty();
  }

  private void assertCancelled(Cancellation cancellation) {
    var inquiries = List.of(new Inquiry(SamplePictures.twoLines(), WHOLE));
    assertThatThrownBy(() -> reader.answer(inquiries, cancellation))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CANCELLED));
  }

  private List<String> texts(Picture picture) {
    return read(picture).stream().map(Line::text).toList();
  }

  private List<Line> read(Picture picture) {
    return read(reader, picture);
  }

  private static List<Line> read(Reader reader, Picture picture) {
    return read(reader, picture, WHOLE);
  }

  private static List<Line> read(Reader reader, Picture picture, Question question) {
    var answers = reader.answer(List.of(new Inquiry(picture, question)), new Cancellation());
    return ((Lines) answers.getFirst()).lines();
  }

  private static void assertSame(List<Line> expected, List<Line> found) {
    assertThat(found).extracting(Line::text).isEqualTo(expected.stream().map(Line::text).toList());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(found.get(i).score()).isCloseTo(expected.get(i).score(), within(1e-4));
      assertThat(found.get(i).box()).isEqualTo(expected.get(i).box());
    }
  }

  private static void assertBox(Box box, double x0, double y0, double x1, double y1) {
    assertThat(box.iou(new Box(x0, y0, x1, y1))).as(box.toString()).isGreaterThan(.85);
  }
}
