package decompgen.onnx.reader;

import static java.util.Comparator.comparingDouble;

import decompgen.domain.evidence.Evidence.Line;
import decompgen.domain.picture.Box;
import java.util.ArrayList;
import java.util.List;

/** Puts lines in the order in which people read them: rows from the top, each from the left. */
final class ReadingOrder {
  private ReadingOrder() {}

  /**
   * A line joins the row of the line that opened it when the centre of one is within the height of
   * the other.
   */
  static List<Line> of(List<Line> lines) {
    List<List<Line>> rows = new ArrayList<>();
    for (Line line : lines.stream().sorted(comparingDouble(l -> l.box().centreY())).toList()) {
      rows.stream()
          .filter(row -> beside(row.getFirst().box(), line.box()))
          .findFirst()
          .orElseGet(() -> opened(rows))
          .add(line);
    }
    rows.forEach(row -> row.sort(comparingDouble(line -> line.box().x0())));
    return rows.stream().flatMap(List::stream).toList();
  }

  private static List<Line> opened(List<List<Line>> rows) {
    rows.add(new ArrayList<>());
    return rows.getLast();
  }

  private static boolean beside(Box one, Box other) {
    double apart = Math.abs(one.centreY() - other.centreY());
    return apart <= Math.min(one.height(), other.height()) / 2;
  }
}
