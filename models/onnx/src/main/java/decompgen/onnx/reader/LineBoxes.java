package decompgen.onnx.reader;

import static java.util.Comparator.comparingDouble;

import java.util.List;

/**
 * Turns a probability map into the rectangles of text lines, as in Differentiable Binarization
 * (Liao et al. 2020, arXiv 1911.08947, section 3.5): islands above a threshold, the smallest
 * rectangle around each, its mean probability, and growth, since the network was trained on shrunk
 * lines. Rectangles are grown exactly; PP-OCR offsets the polygon with round corners, whose
 * smallest rectangle is the same one.
 */
record LineBoxes(ReaderSettings settings) {
  private static final int MAX_ISLANDS = 1000;
  private static final double LEAST_CORE_PIXELS = 3;
  private static final double LEAST_LINE_PIXELS = 5;

  /** The lines in the map's pixels, the largest first, at most {@code maxLines}. */
  List<TiltedBox> in(ProbabilityMap map) {
    return map.islands(map.inked(settings.inkThreshold()), MAX_ISLANDS).stream()
        .map(TiltedBox::around)
        .filter(core -> core.shortSide() >= LEAST_CORE_PIXELS)
        .filter(core -> map.mean(core) >= settings.lineThreshold())
        .map(core -> unclipped(core, settings.unclipRatio()))
        .filter(line -> line.shortSide() >= LEAST_LINE_PIXELS)
        .sorted(comparingDouble(TiltedBox::area).reversed())
        .limit(settings.maxLines())
        .toList();
  }

  /** The box grown by area * ratio / perimeter on every side. */
  static TiltedBox unclipped(TiltedBox core, double ratio) {
    return core.grown(core.area() * ratio / (2 * (core.along() + core.across())));
  }
}
