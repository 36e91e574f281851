package decompgen.verticles.store;

import static decompgen.verticles.store.StoreSamples.await;

import decompgen.verticles.store.embedded.TestPostgres;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.SQLException;

/** The stores of one test, with nothing in them. */
record Stores(
    Vertx vertx, DatabaseUrl url, Database database, FileImageStore images, PgScoreStore scores)
    implements AutoCloseable {
  static Stores open(Path images) throws SQLException {
    Vertx vertx = Vertx.vertx();
    DatabaseUrl url = TestPostgres.migratedDatabase();
    Database database = Database.at(vertx, url, 4);
    return new Stores(
        vertx,
        url,
        database,
        FileImageStore.open(vertx, images, database),
        new PgScoreStore(database));
  }

  @Override
  public void close() {
    await(database.close());
    await(vertx.close());
  }
}
