package decompgen.verticles.store;

import static decompgen.verticles.store.StoreSamples.IMAGE;
import static decompgen.verticles.store.StoreSamples.await;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Tests that each have stores of their own, with nothing in them but one image. */
@Tag("native")
abstract class WithStores {
  @TempDir Path folder;
  Stores stores;
  PgScoreStore scores;

  @BeforeEach
  void open() throws SQLException {
    stores = Stores.open(folder);
    scores = stores.scores();
    await(stores.images().put(IMAGE));
  }

  @AfterEach
  void close() {
    stores.close();
  }
}
