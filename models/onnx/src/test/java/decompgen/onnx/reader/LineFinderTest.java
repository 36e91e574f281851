package decompgen.onnx.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import decompgen.domain.expert.Cancellation;
import decompgen.domain.picture.Box;
import decompgen.onnx.engine.Engine;
import decompgen.onnx.engine.NamedArrays;
import decompgen.onnx.engine.NdArray.Floats;
import decompgen.onnx.engine.Provider;
import decompgen.onnx.engine.Shape;
import decompgen.onnx.repository.ModelId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LineFinderTest {
  private static final Box CENTRE = new Box(.25, .4, .75, .6);
  private static final Box CORNER = new Box(.05, .05, .3, .15);

  @Test
  void find_smallPicture_enlargedToTheShortSide() {
    // shorter side 320 to 640; 500 to 1000, rounded to 31.25 -> 31 times 32 = 992; afar 320 by
    // 204.8
    var detector = new DrawnDetector(_ -> List.of());
    find(detector, 500, 320, Box.WHOLE);
    assertThat(detector.inputs).containsExactly(Shape.of(1, 3, 640, 992), Shape.of(1, 3, 192, 320));
  }

  @Test
  void find_largePicture_reducedToTheLongSide() {
    var detector = new DrawnDetector(_ -> List.of());
    find(detector, 3000, 1500, Box.WHOLE);
    assertThat(detector.inputs)
        .containsExactly(Shape.of(1, 3, 640, 1280), Shape.of(1, 3, 160, 320));
  }

  @Test
  void find_thinPicture_atLeastOneStep() {
    var detector = new DrawnDetector(_ -> List.of());
    find(detector, 2000, 3, Box.WHOLE);
    assertThat(detector.inputs).containsExactly(Shape.of(1, 3, 32, 1280), Shape.of(1, 3, 32, 320));
  }

  @Test
  void find_sameLineInBothLooks_once() {
    List<TextLine> lines = find(new DrawnDetector(_ -> List.of(CENTRE)), 640, 640, Box.WHOLE);
    assertThat(lines).hasSize(1);
    // The core is 320 by 128 pixels, spread by one and grown by about 320 * 128 * 1.6 / 896 = 73.
    Box box = lines.getFirst().bounds();
    assertThat(box.x0()).isCloseTo((160 - 73) / 640.0, within(.01));
    assertThat(box.y1()).isCloseTo((384 + 73) / 640.0, within(.01));
  }

  @Test
  void find_lineSeenFromAfarOnly_added() {
    var detector =
        new DrawnDetector(width -> width > 320 ? List.of(CORNER) : List.of(CORNER, CENTRE));
    assertThat(find(detector, 640, 640, Box.WHOLE))
        .extracting(line -> Math.round(line.bounds().centreX() * 100))
        .containsExactly(18L, 50L); // the close one first
  }

  @Test
  void find_region_placesInTheWholePicture() {
    var region = new Box(.5, .5, 1, 1);
    Box box = find(new DrawnDetector(_ -> List.of(CENTRE)), 640, 640, region).getFirst().bounds();
    assertThat(box.centreX()).isCloseTo(.75, within(.01));
    assertThat(box.centreY()).isCloseTo(.75, within(.01));
  }

  private static List<TextLine> find(Engine detector, int width, int height, Box region) {
    return new LineFinder(
            new Network(detector, "pixels", "map", SamplePictures.PLANES), ReaderSettings.DEFAULTS)
        .find(SamplePictures.grey(width, height), region, new Cancellation());
  }

  /** A detector that sees what it is told to see at each width of its input. */
  private static final class DrawnDetector implements Engine {
    private final Function<Integer, List<Box>> seen;
    final List<Shape> inputs = new ArrayList<>();

    DrawnDetector(Function<Integer, List<Box>> seen) {
      this.seen = seen;
    }

    @Override
    public NamedArrays run(NamedArrays named, Cancellation cancellation) {
      Shape input = named.floats("pixels").shape();
      inputs.add(input);
      int height = input.size(2), width = input.size(3);
      float[] map = new float[width * height];
      for (Box box : seen.apply(width)) {
        for (int y = (int) (box.y0() * height); y < (int) (box.y1() * height); y++)
          for (int x = (int) (box.x0() * width); x < (int) (box.x1() * width); x++)
            map[y * width + x] = .9f;
      }
      return NamedArrays.of("map", new Floats(Shape.of(1, 1, height, width), map));
    }

    @Override
    public ModelId model() {
      return new ModelId("drawn", "1");
    }

    @Override
    public Provider provider() {
      return Provider.CPU;
    }

    @Override
    public void close() {}
  }
}
