package decompgen.language.vocabulary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The word tables of this package: lines of columns between bars, notes after a hash. */
final class Table {
  private Table() {}

  /** The rows, each column trimmed; missing columns at the end are empty. */
  static List<List<String>> rows(String name, int columns) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : lines(name))
      if (!line.startsWith("#") && !line.isBlank()) rows.add(row(line, columns));
    return rows;
  }

  private static List<String> row(String line, int columns) {
    List<String> cells = new ArrayList<>(columns);
    int from = 0;
    for (int i = 0; i < columns; i++) {
      int bar = line.indexOf('|', from);
      int to = bar < 0 ? line.length() : bar;
      cells.add(line.substring(Math.min(from, to), to).trim());
      from = to + 1;
    }
    return cells;
  }

  /** The comma-separated entries of a column. */
  static List<String> entries(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split("\\s*,\\s*"));
  }

  static List<String> lines(String name) {
    try (InputStream in = Table.class.getResourceAsStream(name)) {
      if (in == null) throw new IllegalStateException(name + " is not on the class path");
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
