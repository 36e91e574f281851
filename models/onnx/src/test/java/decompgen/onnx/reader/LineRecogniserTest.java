package decompgen.onnx.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureId;
import decompgen.onnx.engine.Engine;
import decompgen.onnx.engine.NamedArrays;
import decompgen.onnx.engine.NdArray.Floats;
import decompgen.onnx.engine.Provider;
import decompgen.onnx.engine.Shape;
import decompgen.onnx.repository.ModelId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LineRecogniserTest {
  private static final Alphabet GREYS =
      Alphabet.of(Stream.iterate(0, grey -> grey + 10).limit(256).map(String::valueOf).toList());

  private final FirstPixelEngine engine = new FirstPixelEngine();
  private final Network network = new Network(engine, "pixels", "classes", SamplePictures.PLANES);
  private final LineRecogniser recogniser = new LineRecogniser(network, GREYS, 3);

  @Test
  void read_linesOfSeveralWidths_answersInTheOrderAsked() {
    List<TextLine> lines = Stream.of(300, 50, 200, 60).map(LineRecogniserTest::line).toList();
    assertThat(recogniser.read(lines, new Cancellation()))
        .extracting(Transcript::text)
        .containsExactly("300", "50", "200", "60");
  }

  @Test
  void read_linesOfSeveralWidths_onlyEqualPaddingSharesARun() {
    List<TextLine> lines = Stream.of(300, 50, 200, 60).map(LineRecogniserTest::line).toList();
    recogniser.read(lines, new Cancellation());
    assertThat(engine.inputs)
        .containsExactly(Shape.of(2, 3, 48, 80), Shape.of(1, 3, 48, 240), Shape.of(1, 3, 48, 320));
  }

  @Test
  void read_moreThanABatch_splitAtTheLimit() {
    recogniser.read(
        Stream.of(81, 90, 100, 110).map(LineRecogniserTest::line).toList(), new Cancellation());
    assertThat(engine.inputs).containsExactly(Shape.of(3, 3, 48, 160), Shape.of(1, 3, 48, 160));
  }

  @Test
  void read_none_noRun() {
    assertThat(recogniser.read(List.of(), new Cancellation())).isEmpty();
    assertThat(engine.inputs).isEmpty();
  }

  @Test
  void read_labelsOfAnotherModel_failsWithBothNumbers() {
    var wrong = new LineRecogniser(network, Alphabet.of(List.of("a")), 3);
    assertThatThrownBy(() -> wrong.read(List.of(line(50)), new Cancellation()))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.MODEL_FAILED))
        .hasMessageContaining("3 classes");
  }

  /** A line of one grey that tells its own width: width / 10 in all channels. */
  private static TextLine line(int width) {
    byte[] rgb = new byte[width * TextLine.HEIGHT * 3];
    Arrays.fill(rgb, (byte) (width / 10));
    var picture = new Picture(PictureId.of(rgb), width, TextLine.HEIGHT, rgb);
    return new TextLine(picture, LineFrame.upright(0, 0, width, TextLine.HEIGHT));
  }

  /** Recognises the first pixel of each line: class g + 1 for grey g, whose character is 10 * g. */
  private static final class FirstPixelEngine implements Engine {
    private static final int CLASSES = 258;
    final List<Shape> inputs = new ArrayList<>();

    @Override
    public NamedArrays run(NamedArrays named, Cancellation cancellation) {
      Floats input = named.floats("pixels");
      inputs.add(input.shape());
      int lines = input.shape().size(0);
      int values = input.values().length / lines;
      float[] output = new float[lines * CLASSES];
      for (int i = 0; i < lines; i++) {
        int grey = Math.round((input.values()[i * values] + 1) * 127.5f);
        output[i * CLASSES + grey + 1] = 1;
      }
      return NamedArrays.of("classes", new Floats(Shape.of(lines, 1, CLASSES), output));
    }

    @Override
    public ModelId model() {
      return new ModelId("first-pixel", "1");
    }

    @Override
    public Provider provider() {
      return Provider.CPU;
    }

    @Override
    public void close() {}
  }
}
