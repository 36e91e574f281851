package decompgen.verticles.store.embedded;

import static decompgen.verticles.store.embedded.TestPostgres.execute;
import static decompgen.verticles.store.embedded.TestPostgres.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.verticles.store.DatabaseUrl;
import decompgen.verticles.store.DatabaseUrl.Encryption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("native")
class EmbeddedPostgresTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Map<String, String> SETTINGS =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "data_checksums", "on",
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories", "",
          "max_connections", "30",
          "shared_buffers", "64MB",
          "password_encryption", "scram-sha-256",
          "server_encoding", "UTF8");

  @TempDir Path data;
  private Path folder;
  private EmbeddedPostgres postgres;

  @BeforeEach
  void openWhereAClusterWasMadeHalfWay() throws IOException {
    folder = TestPostgres.unpacked(data.resolve("a folder/postgresql"));
    Path half = Files.createDirectories(folder.resolve("cluster.making"));
    Files.writeString(half.resolve("PG_VERSION"), "1");
    postgres = EmbeddedPostgres.open(folder);
  }

  @AfterEach
  void close() throws IOException {
    postgres.close();
    TestPostgres.forget(folder);
  }

  @Test
  void open_newFolder_isDurableAndPrivate() throws Exception {
    for (var setting : SETTINGS.entrySet())
      assertThat(query(postgres.url(), "SHOW " + setting.getKey()))
          .as(setting.getKey())
          .isEqualTo(setting.getValue());
    assertThat(Files.getPosixFilePermissions(folder.resolve("password")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    DatabaseUrl url = postgres.url();
    DatabaseUrl guessed =
        new DatabaseUrl(
            url.host(), url.port(), url.database(), url.user(), "guess", Encryption.DISABLE);
    assertThatThrownBy(() -> query(guessed, "SELECT 1")).hasMessageContaining("authentication");
  }

  @Test
  void close_thenOpen_keepsRows() throws SQLException {
    execute(postgres.url(), "CREATE TABLE kept AS SELECT 42 AS number");
    postgres.close();
    assertThat(postgres.pid()).isEmpty();

    postgres = EmbeddedPostgres.open(folder);

    assertThat(query(postgres.url(), "SELECT number FROM kept")).isEqualTo("42");
  }

  @Test
  void watch_postmasterKilled_isBackOnTheSamePortWithItsRows() throws SQLException {
    execute(postgres.url(), "CREATE TABLE kept AS SELECT 42 AS number");
    long killed = postgres.pid().orElseThrow();
    ProcessHandle.of(killed).orElseThrow().destroyForcibly();

    assertThat(answerInTime("SELECT number FROM kept")).isEqualTo("42");

    assertThat(postgres.pid().orElseThrow()).isNotEqualTo(killed);
  }

  @Test
  void open_noteNamesAProcessThatIsNoPostgres_startsAnyway() throws Exception {
    execute(postgres.url(), "CREATE TABLE kept AS SELECT 42 AS number");
    Path note = folder.resolve("cluster/postmaster.pid");
    String left = Files.readString(note);
    postgres.close();
    String self = Long.toString(ProcessHandle.current().pid());
    Files.writeString(note, self + left.substring(left.indexOf('\n')));

    postgres = EmbeddedPostgres.open(folder);

    assertThat(query(postgres.url(), "SELECT number FROM kept")).isEqualTo("42");
  }

  private String answerInTime(String sql) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      try {
        if (postgres.pid().isPresent()) return query(postgres.url(), sql);
      } catch (SQLException notYet) {
        Thread.onSpinWait();
      }
    }
    throw new AssertionError("no answer within " + PATIENCE);
  }
}
