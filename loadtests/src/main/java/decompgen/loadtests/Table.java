package decompgen.loadtests;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of words under a head, printed in Markdown with columns that line up. */
public final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... head) {
    row((Object[]) head);
  }

  /** Numbers that are not whole get one decimal. */
  public Table row(Object... cells) {
    List<String> row = IntStream.range(0, cells.length).mapToObj(i -> word(cells[i])).toList();
    if (!rows.isEmpty() && row.size() != rows.getFirst().size())
      throw new IllegalArgumentException("cells: " + row.size());
    rows.add(row);
    return this;
  }

  /** The words of all rows, the head first. */
  public List<List<String>> rows() {
    return List.copyOf(rows);
  }

  @Override
  public String toString() {
    int[] widths =
        IntStream.range(0, rows.getFirst().size())
            .map(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElseThrow())
            .toArray();
    StringBuilder text = new StringBuilder(line(rows.getFirst(), widths));
    text.append(
        line(IntStream.of(widths).mapToObj("-"::repeat).toList(), widths).replace(' ', '-'));
    rows.stream().skip(1).forEach(row -> text.append(line(row, widths)));
    return text.toString();
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder("|");
    for (int i = 0; i < widths.length; i++)
      line.append(' ')
          .append(cells.get(i))
          .append(" ".repeat(widths[i] - cells.get(i).length()))
          .append(" |");
    return line.append('\n').toString();
  }

  private static String word(Object cell) {
    return cell instanceof Double number ? "%.1f".formatted(number) : String.valueOf(cell);
  }
}
