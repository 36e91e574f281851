package decompgen.onnx.reader;

import decompgen.domain.expert.Cancellation;
import decompgen.onnx.engine.Engine;
import decompgen.onnx.engine.NamedArrays;
import decompgen.onnx.engine.NdArray.Floats;
import decompgen.onnx.engine.Shape;
import java.util.ArrayList;
import java.util.List;

/** Turns lines that stand upside down, with PP-OCR's angle classifier. */
record LineTurner(Engine engine, ReaderSettings settings) {
  private static final int WIDTH = 192;
  private static final int VALUES = 3 * LineRecognizer.HEIGHT * WIDTH;
  private static final int UPSIDE_DOWN = 1;

  /** The lines, all upright, in the same order. */
  List<Patch> turn(List<Patch> lines, Cancellation cancellation) {
    if (settings.turnThreshold() >= 1) return lines;
    List<Patch> turned = new ArrayList<>(lines.size());
    for (int from = 0; from < lines.size(); from += settings.maxBatch()) {
      int to = Math.min(from + settings.maxBatch(), lines.size());
      turned.addAll(turnBatch(lines.subList(from, to), cancellation));
    }
    return turned;
  }

  private List<Patch> turnBatch(List<Patch> lines, Cancellation cancellation) {
    float[] planes = new float[lines.size() * VALUES];
    for (int i = 0; i < lines.size(); i++)
      lines.get(i).within(WIDTH).writePlanes(planes, i * VALUES, WIDTH, Normalisation.READING);
    var input = new Floats(Shape.of(lines.size(), 3, LineRecognizer.HEIGHT, WIDTH), planes);
    float[] probabilities =
        engine
            .run(NamedArrays.of("x", input), cancellation)
            .floats("save_infer_model/scale_0.tmp_1")
            .values();
    List<Patch> turned = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      boolean upsideDown = probabilities[2 * i + UPSIDE_DOWN] > settings.turnThreshold();
      turned.add(upsideDown ? lines.get(i).turned() : lines.get(i));
    }
    return turned;
  }
}
