package decompgen.verticles.store;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import io.vertx.pgclient.PgException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the client's many exceptions mean to the server's callers. */
final class DatabaseFailure {
  /** SQLSTATE of a row that another row rests on, or that rests on none. */
  private static final String FOREIGN_KEY = "23503";

  // Connection lost, sign-in refused, no such database, rolled back, out of resources, shut down or
  // cancelled, I/O.
  private static final Set<String> PASSING_CLASSES =
      Set.of("08", "28", "3D", "40", "53", "55", "57", "58");

  private static final String READ_ONLY = "25006";

  private DatabaseFailure() {}

  /** DATABASE_UNAVAILABLE for what another try may heal, else INTERNAL; a failure stays itself. */
  static Failure of(Throwable thrown) {
    return switch (thrown) {
      case Failure failure -> failure;
      case PgException refused when !passing(refused.getSqlState()) ->
          new Failure(ErrorCode.INTERNAL, "The database refused: " + refused.getMessage(), refused);
      case IllegalArgumentException wrong ->
          new Failure(ErrorCode.INTERNAL, String.valueOf(wrong.getMessage()), wrong);
      // The client has no common exception for lost, refused and exhausted connections.
      default ->
          new Failure(
              ErrorCode.DATABASE_UNAVAILABLE,
              "The database does not answer ("
                  + thrown.getMessage()
                  + "). Try again in a moment; when it stays so, look whether it runs.",
              thrown);
    };
  }

  /** Whether the state tells of the database's condition rather than of the statement. */
  static boolean passing(@Nullable String sqlState) {
    return sqlState != null
        && (sqlState.equals(READ_ONLY)
            || (sqlState.length() == 5 && PASSING_CLASSES.contains(sqlState.substring(0, 2))));
  }

  static boolean foreignKey(Throwable thrown) {
    return thrown instanceof PgException refused && FOREIGN_KEY.equals(refused.getSqlState());
  }
}
