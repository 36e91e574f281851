package decompgen.verticles.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountTest {
  private static final Account SELF = new Account("me", List.of());

  @TempDir Path folder;

  @Test
  void run_commandThatFails_tellsStatusAndOutput() throws IOException {
    Account.Outcome outcome =
        SELF.run(Duration.ofSeconds(10), "/bin/sh", "-c", "echo out; echo err >&2; exit 3");

    assertThat(outcome).isEqualTo(new Account.Outcome(3, "out\nerr\n"));
  }

  @Test
  void run_commandThatHangs_isKilledAtTheLimit() throws IOException {
    Account.Outcome outcome = SELF.run(Duration.ofMillis(100), "/bin/sleep", "60");

    assertThat(outcome.good()).isFalse();
    assertThat(outcome.output()).contains("no end");
  }

  @Test
  void run_anyCommand_seesNoSettingsOfAnotherPostgres() throws IOException {
    Account.Outcome outcome = SELF.run(Duration.ofSeconds(10), "/usr/bin/env");

    assertThat(outcome.output()).contains("LC_ALL=C").doesNotContain("\nPG");
  }

  @Test
  void firstWorking_noneWorks_advisesAnotherUserAndTellsWhatWasTried() {
    List<Account> none =
        List.of(
            new Account(System.getProperty("user.name"), List.of("/bin/false")),
            new Account("no such user", List.of("no-such-program")));

    assertThatThrownBy(() -> Account.firstWorking(none, folder, folder))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.DATABASE_UNUSABLE))
        .hasMessageContaining("another user than root")
        .hasMessageContaining("database.url")
        .hasMessageContaining("/bin/false")
        .hasMessageContaining("no-such-program");
  }
}
