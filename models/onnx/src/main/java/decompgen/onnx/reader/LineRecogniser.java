package decompgen.onnx.reader;

import static java.util.Comparator.comparingInt;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.expert.Cancellation;
import decompgen.onnx.engine.NdArray.Floats;
import decompgen.onnx.engine.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads upright lines with the recogniser of PP-OCRv4, several in a run.
 *
 * <p>The recogniser attends to a whole row, padding included, so what a line is padded to must not
 * depend on its company: each line has one width, of a few, and only lines of one width share a
 * run. A line then reads the same alone and in any batch.
 */
record LineRecogniser(Network network, Alphabet alphabet, int maxBatch) {
  // Each half as wide again as the one before: little padding, yet most lines find company.
  private static final int[] WIDTHS = {80, 160, 240, 320, 480, 640, 960, 1440};
  private static final int WIDEST = WIDTHS[WIDTHS.length - 1];

  /** What each line says, in the same order. */
  List<Transcript> read(List<TextLine> lines, Cancellation cancellation) {
    List<Integer> byWidth =
        IntStream.range(0, lines.size())
            .boxed()
            .sorted(comparingInt(i -> lines.get(i).width(WIDEST)))
            .toList();
    Transcript[] transcripts = new Transcript[lines.size()];
    for (int from = 0; from < byWidth.size(); ) {
      int to = batchEnd(lines, byWidth, from);
      List<Integer> batch = byWidth.subList(from, to);
      List<Transcript> read = readBatch(batch.stream().map(lines::get).toList(), cancellation);
      for (int i = 0; i < batch.size(); i++) transcripts[batch.get(i)] = read.get(i);
      from = to;
    }
    return List.of(transcripts);
  }

  private int batchEnd(List<TextLine> lines, List<Integer> byWidth, int from) {
    int width = padded(lines.get(byWidth.get(from)));
    int to = from + 1;
    while (to < byWidth.size()
        && to - from < maxBatch
        && padded(lines.get(byWidth.get(to))) == width) to++;
    return to;
  }

  private static int padded(TextLine line) {
    int needed = line.width(WIDEST);
    return Arrays.stream(WIDTHS).filter(width -> width >= needed).findFirst().orElseThrow();
  }

  private List<Transcript> readBatch(List<TextLine> lines, Cancellation cancellation) {
    int width = padded(lines.getFirst());
    int values = 3 * TextLine.HEIGHT * width;
    float[] pixels = new float[lines.size() * values];
    for (int i = 0; i < lines.size(); i++)
      lines.get(i).cut(width).writePlanes(pixels, i * values, width, network.planes());
    var shape = Shape.of(lines.size(), 3, TextLine.HEIGHT, width);
    Floats output = network.run(shape, pixels, cancellation);
    requireClasses(output.shape());
    int steps = output.shape().size(1);
    List<Transcript> transcripts = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++)
      transcripts.add(alphabet.decode(output.values(), i * steps * alphabet.classes(), steps));
    return transcripts;
  }

  private void requireClasses(Shape output) {
    if (output.size(2) != alphabet.classes())
      throw new Failure(
          ErrorCode.MODEL_FAILED,
          "%s: output %s, but its labels make %d classes: use the labels of this model"
              .formatted(network.engine().model(), output, alphabet.classes()));
  }
}
