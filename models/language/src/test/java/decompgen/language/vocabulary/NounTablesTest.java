package decompgen.language.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class NounTablesTest {
  @Test
  void tables_madeAgain_areTheSame() throws IOException {
    var tables = new NounTables(new WordNet());
    assertThat(Table.lines("kinds.txt")).isEqualTo(tables.kinds());
    assertThat(Table.lines("labels.txt")).isEqualTo(tables.labels());
    assertThat(Table.lines("/decompgen/language/extract/abstract.txt"))
        .isEqualTo(tables.abstractNouns());
  }
}
