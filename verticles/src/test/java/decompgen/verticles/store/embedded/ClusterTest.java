package decompgen.verticles.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clusters that cannot be used, as backups and other versions leave them. */
@Tag("native")
class ClusterTest {
  @TempDir Path data;
  private Path folder;

  @BeforeEach
  void leaveACluster() throws IOException {
    folder = TestPostgres.unpacked(data.resolve("postgresql"));
    Files.createDirectories(folder.resolve("cluster"));
    Files.writeString(folder.resolve("cluster/PG_VERSION"), "18\n");
    Files.writeString(folder.resolve("password"), "secret");
  }

  @AfterEach
  void leaveThePrograms() throws IOException {
    TestPostgres.forget(folder);
  }

  @Test
  void open_clusterOfAnotherMajorVersion_isRefusedWithAdvice() throws IOException {
    Files.writeString(folder.resolve("cluster/PG_VERSION"), "17\n");

    assertUnusable("17", Binaries.VERSION, "dump");
  }

  @Test
  void open_passwordLost_isRefusedWithAdvice() throws IOException {
    Files.delete(folder.resolve("password"));

    assertUnusable("password", "backup");
  }

  @Test
  void open_clusterDamaged_tellsWhatPostgresSaid() {
    assertUnusable("does not start", "postgresql.log", "database.url");
    assertThat(folder.resolve("postgresql.log")).isNotEmptyFile();
  }

  private void assertUnusable(String... words) {
    assertThatThrownBy(() -> EmbeddedPostgres.open(folder))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(ErrorCode.DATABASE_UNUSABLE);
              assertThat(failure.detail()).contains(words);
            });
  }
}
