package decompgen.onnx.reader;

import decompgen.domain.expert.Cancellation;
import decompgen.onnx.engine.Shape;
import java.util.ArrayList;
import java.util.List;

/** Tells which lines stand upside down, with PP-OCR's angle classifier. */
record LineTurner(Network network, ReaderSettings settings) {
  private static final int WIDTH = 192;
  private static final int VALUES = 3 * TextLine.HEIGHT * WIDTH;
  private static final int UPSIDE_DOWN = 1;

  /** The places in the list of the lines that seem to stand upside down. */
  List<Integer> upsideDown(List<TextLine> lines, Cancellation cancellation) {
    List<Integer> found = new ArrayList<>();
    if (settings.turnThreshold() >= 1) return found;
    for (int from = 0; from < lines.size(); from += settings.maxBatch()) {
      int to = Math.min(from + settings.maxBatch(), lines.size());
      float[] probabilities = classify(lines.subList(from, to), cancellation);
      for (int i = from; i < to; i++) {
        if (probabilities[2 * (i - from) + UPSIDE_DOWN] > settings.turnThreshold()) found.add(i);
      }
    }
    return found;
  }

  private float[] classify(List<TextLine> lines, Cancellation cancellation) {
    float[] pixels = new float[lines.size() * VALUES];
    for (int i = 0; i < lines.size(); i++)
      lines.get(i).cut(WIDTH).writePlanes(pixels, i * VALUES, WIDTH, network.planes());
    var shape = Shape.of(lines.size(), 3, TextLine.HEIGHT, WIDTH);
    return network.run(shape, pixels, cancellation).values();
  }
}
