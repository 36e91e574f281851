package decompgen.verticles.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {
  @TempDir Path folder;

  @Test
  void archiveName_usualSystems_asInTheJars() {
    assertThat(Binaries.archiveName("Linux", "amd64")).isEqualTo("postgres-linux-x86_64.txz");
    assertThat(Binaries.archiveName("Mac OS X", "aarch64")).isEqualTo("postgres-darwin-arm_64.txz");
    assertThat(Binaries.archiveName("Windows 11", "amd64"))
        .isEqualTo("postgres-windows-x86_64.txz");
  }

  @Test
  void archive_unknownSystem_advisesDatabaseUrl() {
    assertThatThrownBy(() -> Binaries.archive("postgres-plan9-mips.txz"))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.DATABASE_UNUSABLE))
        .hasMessageContaining("postgres-plan9-mips")
        .hasMessageContaining("database.url");
  }

  @Test
  @Tag("native")
  void unpack_interruptedBefore_isDoneAgainAndSaysItsVersion() throws IOException {
    Path half = Files.createDirectories(folder.resolve(Binaries.VERSION + ".unpacking/bin"));
    Files.writeString(half.resolve("postgres"), "half of it");

    Path home = Binaries.unpack(folder);

    assertThat(home).isEqualTo(folder.resolve(Binaries.VERSION));
    assertThat(folder).isDirectoryNotContaining("glob:**.unpacking");
    Account.Outcome version =
        Account.working(folder, home)
            .run(Duration.ofSeconds(10), home.resolve("bin/postgres").toString(), "--version");
    // The jar's third number counts its own repairs: 18.6.0 holds PostgreSQL 18.6.
    String said = Binaries.VERSION.substring(0, Binaries.VERSION.lastIndexOf('.'));
    assertThat(version.output()).isEqualTo("postgres (PostgreSQL) " + said + "\n");
    assertThat(Binaries.unpack(folder)).isEqualTo(home);
  }
}
