package decompgen.onnx.reader;

import decompgen.domain.expert.Cancellation;
import decompgen.domain.picture.Box;
import decompgen.domain.picture.Picture;
import decompgen.onnx.engine.Engine;
import decompgen.onnx.engine.NamedArrays;
import decompgen.onnx.engine.NdArray.Floats;
import decompgen.onnx.engine.Shape;
import java.util.List;

/** Finds lines of text with the detector of PP-OCRv4, one picture in a run. */
record LineFinder(Engine engine, ReaderSettings settings) {
  // The network halves its input five times.
  private static final int STEP = 32;

  /** The lines in a region of the picture, the largest first. */
  List<TextLine> find(Picture picture, Box region, Cancellation cancellation) {
    double x0 = region.x0() * picture.widthPixels();
    double y0 = region.y0() * picture.heightPixels();
    double width = region.width() * picture.widthPixels();
    double height = region.height() * picture.heightPixels();
    if (width < 1 || height < 1) return List.of();
    ProbabilityMap map = map(picture, LineFrame.upright(x0, y0, width, height), cancellation);
    double scaleX = width / map.width();
    double scaleY = height / map.height();
    // The boxes run through the middles of pixels: half a pixel to the pixels' corners.
    return new LineBoxes(settings)
        .in(map).stream()
            .map(TiltedBox::corners)
            .map(
                corners ->
                    corners.stream()
                        .map(at -> at.plus(.5, .5).scaled(scaleX, scaleY).plus(x0, y0))
                        .toList())
            .map(corners -> new TextLine(picture, LineFrame.of(corners)))
            .toList();
  }

  private ProbabilityMap map(Picture picture, LineFrame region, Cancellation cancellation) {
    double scale = scale(region.widthPixels(), region.heightPixels());
    int width = rounded(region.widthPixels() * scale);
    int height = rounded(region.heightPixels() * scale);
    float[] planes = new float[3 * height * width];
    Patch.cut(picture, region, width, height).writePlanes(planes, 0, width, Normalisation.FINDING);
    var input = new Floats(Shape.of(1, 3, height, width), planes);
    Floats output = engine.run(NamedArrays.of("x", input), cancellation).floats("sigmoid_0.tmp_0");
    return new ProbabilityMap(width, height, output.values());
  }

  /** Enlarges until the shorter side is long enough, unless the longer one gets too long. */
  private double scale(double width, double height) {
    double enlarged = Math.max(1, settings.shortSidePixels() / Math.min(width, height));
    return Math.min(enlarged, settings.longSidePixels() / Math.max(width, height));
  }

  private static int rounded(double pixels) {
    return Math.max(STEP, (int) Math.round(pixels / STEP) * STEP);
  }
}
