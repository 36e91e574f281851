package decompgen.server.assembly;

import decompgen.server.config.ServerConfig;
import decompgen.verticles.store.DataFolder;
import decompgen.verticles.store.Database;
import decompgen.verticles.store.DatabaseUrl;
import decompgen.verticles.store.FileImageStore;
import decompgen.verticles.store.ImageStore;
import decompgen.verticles.store.Migrations;
import decompgen.verticles.store.PgScoreStore;
import decompgen.verticles.store.Retention;
import decompgen.verticles.store.ScoreStore;
import decompgen.verticles.store.embedded.EmbeddedPostgres;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;

/** Everything that keeps data, opened in order and closed in the opposite one. */
final class Storage {
  private final Optional<EmbeddedPostgres> embedded;
  private final Database database;
  private final ScoreStore scores;
  private final ImageStore images;
  private final Optional<Retention> retention;

  private Storage(
      Vertx vertx,
      ServerConfig config,
      DataFolder folder,
      Optional<EmbeddedPostgres> embedded,
      DatabaseUrl url) {
    this.embedded = embedded;
    this.database = Database.at(vertx, url, config.database().pool());
    this.scores = new PgScoreStore(database);
    this.images = FileImageStore.open(vertx, folder.images(), database);
    this.retention =
        Optional.ofNullable(config.retention().scores())
            .map(age -> new Retention(vertx, database, images, age));
    retention.ifPresent(Retention::start);
  }

  /**
   * Starts the embedded PostgreSQL unless the configuration names another, and brings its schema up
   * to date; blocks.
   *
   * @throws decompgen.domain.error.Failure with PostgreSQL stopped again
   */
  static Storage open(Vertx vertx, ServerConfig config, DataFolder folder, StartUp start) {
    Optional<String> configured = Optional.ofNullable(config.database().url());
    Optional<EmbeddedPostgres> embedded =
        configured.isPresent()
            ? Optional.empty()
            : Optional.of(
                start.step("postgresql", () -> EmbeddedPostgres.open(folder.postgresql())));
    try {
      DatabaseUrl url =
          embedded
              .map(EmbeddedPostgres::url)
              .orElseGet(() -> DatabaseUrl.parse(configured.orElseThrow()));
      start.step("migrations", () -> Migrations.run(url));
      return new Storage(vertx, config, folder, embedded, url);
    } catch (RuntimeException unusable) {
      // It is a process of its own, which would outlive this one.
      embedded.ifPresent(EmbeddedPostgres::close);
      throw unusable;
    }
  }

  Database database() {
    return database;
  }

  ScoreStore scores() {
    return scores;
  }

  ImageStore images() {
    return images;
  }

  /** Ends sweeping and connections. */
  Future<Void> close() {
    return retention
        .map(Retention::stop)
        .orElseGet(Future::succeededFuture)
        .eventually(database::close);
  }

  /** Stops the embedded PostgreSQL; blocks. */
  void stop() {
    embedded.ifPresent(EmbeddedPostgres::close);
  }
}
