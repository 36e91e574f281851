package decompgen.loadtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void toString_rowsOfDifferentWidth_columnsLineUp() {
    Table table = new Table("step", "ms").row("detector", 41.25).row("http", 7);

    assertThat(table)
        .hasToString(
            """
            | step     | ms   |
            |----------|------|
            | detector | 41.3 |
            | http     | 7    |
            """);
  }
}
