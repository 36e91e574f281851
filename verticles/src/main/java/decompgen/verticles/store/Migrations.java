package decompgen.verticles.store;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/** Brings a database's tables and views to the form that this server needs. */
public final class Migrations {
  private static final String SCRIPTS = "classpath:decompgen/verticles/store/migration";
  private static final int CONNECT_SECONDS = 10;

  private Migrations() {}

  /**
   * Runs the scripts that the database has not seen; servers that share one take turns. Blocks.
   *
   * @return how many scripts ran
   * @throws Failure DATABASE_UNAVAILABLE when it does not answer, DATABASE_UNUSABLE when the tables
   *     there are not of this server or may not be changed
   */
  public static int run(DatabaseUrl url) {
    try {
      return Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(source(url))
          .locations(SCRIPTS)
          .failOnMissingLocations(true)
          .load()
          .migrate()
          .migrationsExecuted;
    } catch (FlywayException e) {
      throw failure(url, e);
    }
  }

  private static PGSimpleDataSource source(DatabaseUrl url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url.jdbc());
    source.setUser(url.user());
    source.setPassword(url.password());
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setLoginTimeout(CONNECT_SECONDS);
    return source;
  }

  private static Failure failure(DatabaseUrl url, FlywayException thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause())
      if (cause instanceof SQLException sql && DatabaseFailure.passing(sql.getSQLState()))
        return new Failure(
            ErrorCode.DATABASE_UNAVAILABLE,
            "The database "
                + url
                + " does not answer: "
                + sql.getMessage()
                + " Check database.url.",
            thrown);
    return new Failure(
        ErrorCode.DATABASE_UNUSABLE,
        "The tables in the database "
            + url
            + " cannot be brought up to date. Use an empty database or the one that this server"
            + " used before. The reason: "
            + thrown.getMessage(),
        thrown);
  }
}
