package decompgen.verticles.store.embedded;

import decompgen.verticles.store.DataFolder;
import decompgen.verticles.store.DatabaseUrl;
import decompgen.verticles.store.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/** One embedded PostgreSQL for all tests of a JVM, and statements told to it the plain way. */
public final class TestPostgres {
  private static final Path BUILD = Path.of("target").toAbsolutePath();
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private TestPostgres() {}

  /** An empty database of the shared PostgreSQL. */
  public static DatabaseUrl emptyDatabase() throws SQLException {
    String name = "empty_" + DATABASES.incrementAndGet();
    execute(Shared.POSTGRES.url(), "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    execute(Shared.POSTGRES.url(), "CREATE DATABASE " + name);
    return in(Shared.POSTGRES.url(), name);
  }

  /** The database of the shared PostgreSQL that has all tables; their rows are gone. */
  public static DatabaseUrl migratedDatabase() throws SQLException {
    execute(Migrated.DATABASE, "TRUNCATE picture, score, response, score_event");
    return Migrated.DATABASE;
  }

  /** Another database at the same place. */
  public static DatabaseUrl in(DatabaseUrl url, String database) {
    return new DatabaseUrl(
        url.host(), url.port(), database, url.user(), url.password(), url.encryption());
  }

  /** A PostgreSQL folder that needs no unpacking any more. */
  public static Path unpacked(Path folder) throws IOException {
    Path home = Binaries.unpack(Files.createDirectories(BUILD.resolve("postgresql-programs")));
    Files.createDirectories(folder);
    Files.createSymbolicLink(folder.resolve(Binaries.VERSION), home);
    return folder;
  }

  /** Takes the programs out of the folder, which leaves them where they are. */
  public static void forget(Path folder) throws IOException {
    Files.delete(folder.resolve(Binaries.VERSION));
  }

  public static void execute(DatabaseUrl url, String sql) throws SQLException {
    try (var connection = connect(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of the first row, as text. */
  public static String query(DatabaseUrl url, String sql) throws SQLException {
    try (var connection = connect(url);
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      if (!rows.next()) return "";
      return String.valueOf(rows.getString(1));
    }
  }

  private static Connection connect(DatabaseUrl url) throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", url.user());
    login.setProperty("password", url.password());
    login.setProperty("loginTimeout", "10");
    return DriverManager.getConnection(url.jdbc(), login);
  }

  /** Opened by the first who asks; an earlier JVM's that was killed is adopted. */
  private static final class Shared {
    private static final EmbeddedPostgres POSTGRES = open();

    private static EmbeddedPostgres open() {
      DataFolder data = DataFolder.hold(BUILD.resolve("shared-postgresql"));
      EmbeddedPostgres postgres = EmbeddedPostgres.open(data.postgresql());
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(postgres::close));
      return postgres;
    }
  }

  private static final class Migrated {
    private static final DatabaseUrl DATABASE = make();

    private static DatabaseUrl make() {
      Migrations.run(Shared.POSTGRES.url());
      return Shared.POSTGRES.url();
    }
  }
}
