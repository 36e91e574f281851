package decompgen.verticles.store;

import static decompgen.verticles.store.embedded.TestPostgres.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.verticles.store.DatabaseUrl.Encryption;
import decompgen.verticles.store.embedded.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("native")
class MigrationsTest {
  @Test
  void run_emptyDatabase_runsEachScriptOnce() throws SQLException {
    DatabaseUrl url = TestPostgres.emptyDatabase();

    assertThat(Migrations.run(url)).isPositive();
    assertThat(Migrations.run(url)).isZero();
  }

  @Test
  void run_databaseOfSomethingElse_isRefusedWithAdvice() throws SQLException {
    DatabaseUrl url = TestPostgres.emptyDatabase();
    execute(url, "CREATE TABLE score (game text)");

    assertFails(url, ErrorCode.DATABASE_UNUSABLE, "empty database");
  }

  @Test
  void run_noSuchDatabase_advisesTheUrl() throws SQLException {
    DatabaseUrl url = TestPostgres.in(TestPostgres.emptyDatabase(), "nowhere");

    assertFails(url, ErrorCode.DATABASE_UNAVAILABLE, "nowhere", "database.url");
  }

  @Test
  void run_nobodyListens_advisesTheUrl() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      port = socket.getLocalPort();
    }
    DatabaseUrl url = new DatabaseUrl("127.0.0.1", port, "x", "ann", "secret", Encryption.PREFER);

    assertFails(url, ErrorCode.DATABASE_UNAVAILABLE, "127.0.0.1:" + port, "database.url");
  }

  private static void assertFails(DatabaseUrl url, ErrorCode code, String... words) {
    assertThatThrownBy(() -> Migrations.run(url))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(code);
              assertThat(failure.detail()).contains(words).doesNotContain("secret");
            });
  }
}
