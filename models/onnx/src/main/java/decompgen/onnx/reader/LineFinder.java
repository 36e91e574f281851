package decompgen.onnx.reader;

import decompgen.domain.expert.Cancellation;
import decompgen.domain.picture.Box;
import decompgen.domain.picture.Picture;
import decompgen.onnx.engine.NdArray.Floats;
import decompgen.onnx.engine.Shape;
import java.util.List;
import java.util.stream.Stream;

/** Finds lines of text with the detector of PP-OCRv4, each look at a picture a run. */
record LineFinder(Network network, ReaderSettings settings) {
  // The network halves its input five times.
  private static final int STEP = 32;

  /**
   * The lines in a region of the picture: those of a close look, the largest first, then those that
   * only a look from afar shows, where letters are too large or too far apart for the close one.
   */
  List<TextLine> find(Picture picture, Box region, Cancellation cancellation) {
    double width = region.width() * picture.widthPixels();
    double height = region.height() * picture.heightPixels();
    if (width < 1 || height < 1) return List.of();
    var frame =
        LineFrame.upright(
            region.x0() * picture.widthPixels(),
            region.y0() * picture.heightPixels(),
            width,
            height);
    double close = closeScale(Math.min(width, height), Math.max(width, height));
    List<TextLine> lines = look(picture, frame, close, cancellation);
    if (settings.afarPixels() == 0) return lines;
    double afar = settings.afarPixels() / Math.max(width, height);
    if (afar >= close) return lines;
    return Stream.concat(
            lines.stream(),
            look(picture, frame, afar, cancellation).stream()
                .filter(line -> lines.stream().noneMatch(line::covers)))
        .limit(settings.maxLines())
        .toList();
  }

  /** Enlarges until the shorter side is long enough, unless the longer one gets too long. */
  private double closeScale(double shortSide, double longSide) {
    double enlarged = Math.max(1, settings.shortSidePixels() / shortSide);
    return Math.min(enlarged, settings.longSidePixels() / longSide);
  }

  private List<TextLine> look(
      Picture picture, LineFrame region, double scale, Cancellation cancellation) {
    ProbabilityMap map = map(picture, region, scale, cancellation);
    double scaleX = region.widthPixels() / map.width();
    double scaleY = region.heightPixels() / map.height();
    Point origin = region.topLeft();
    // The boxes run through the middles of pixels: half a pixel to the pixels' corners.
    return new LineBoxes(settings)
        .in(map).stream()
            .map(TiltedBox::corners)
            .map(
                corners ->
                    corners.stream()
                        .map(at -> at.plus(.5, .5).scaled(scaleX, scaleY))
                        .map(at -> at.plus(origin.x(), origin.y()))
                        .toList())
            .map(corners -> new TextLine(picture, LineFrame.of(corners)))
            .toList();
  }

  private ProbabilityMap map(
      Picture picture, LineFrame region, double scale, Cancellation cancellation) {
    int width = rounded(region.widthPixels() * scale);
    int height = rounded(region.heightPixels() * scale);
    float[] pixels = new float[3 * height * width];
    Patch.cut(picture, region, width, height).writePlanes(pixels, 0, width, network.planes());
    Floats output = network.run(Shape.of(1, 3, height, width), pixels, cancellation);
    return new ProbabilityMap(width, height, output.values());
  }

  private static int rounded(double pixels) {
    return Math.max(STEP, (int) Math.round(pixels / STEP) * STEP);
  }
}
