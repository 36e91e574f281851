package decompgen.verticles.store.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.sun.security.auth.module.UnixSystem;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How PostgreSQL's programs, which refuse root, are run: as they are when this process is not root,
 * else in a user namespace of their own, else as another user.
 *
 * @param owner the user that the files must belong to
 * @param prefix the words before each command
 */
record Account(String owner, List<String> prefix) {
  private static final Duration PROBE_LIMIT = Duration.ofSeconds(10);

  private static final Path NULL = Path.of("/dev/null");

  private static final List<Account> OF_ROOT =
      List.of(
          new Account("root", List.of("unshare", "--user")),
          new Account("postgres", List.of("runuser", "-u", "postgres", "--")),
          new Account("nobody", List.of("runuser", "-u", "nobody", "--")));

  Account {
    prefix = List.copyOf(prefix);
  }

  /**
   * The first account that can run the programs and write the folder, which is given to it.
   *
   * @param home PostgreSQL's programs, in the folder
   * @throws Failure DATABASE_UNUSABLE with what was tried and what to do
   */
  static Account working(Path folder, Path home) throws IOException {
    UnixSystem self = new UnixSystem();
    return self.getUid() == 0
        ? firstWorking(OF_ROOT, folder, home)
        : firstWorking(List.of(new Account(self.getUsername(), List.of())), folder, home);
  }

  static Account firstWorking(List<Account> accounts, Path folder, Path home) throws IOException {
    List<String> tried = new ArrayList<>();
    for (Account account : accounts) {
      Outcome outcome = account.probe(folder, home);
      if (outcome.good()) return account;
      tried.add(String.join(" ", account.prefix) + ": " + outcome.output().strip());
    }
    throw new Failure(
        ErrorCode.DATABASE_UNUSABLE,
        "PostgreSQL's programs cannot run in "
            + folder
            + (accounts.stream().anyMatch(account -> !account.prefix.isEmpty())
                ? " (they refuse root). Start the server as another user than root, choose a data"
                    + " folder that the users postgres or nobody can reach"
                : ". Choose another data folder")
            + ", or set database.url to a PostgreSQL 15 or newer. Tried "
            + String.join("; ", tried));
  }

  private Outcome probe(Path folder, Path home) throws IOException {
    try {
      if (!prefix.isEmpty()) Folders.own(folder, owner);
      return run(
          PROBE_LIMIT,
          "/bin/sh",
          "-c",
          "test \"$(id -u)\" != 0 && \"$0\" --version && : > \"$1\" && rm \"$1\"",
          home.resolve("bin/postgres").toString(),
          folder.resolve("probe").toString());
    } catch (IOException unusable) {
      return new Outcome(-1, String.valueOf(unusable.getMessage()));
    }
  }

  /** Gives a new file to the account. */
  void own(Path path) throws IOException {
    if (!prefix.isEmpty()) Folders.own(path, owner);
  }

  /** Runs a command to its end; after the limit it is killed, which is not a good outcome. */
  Outcome run(Duration limit, String... command) throws IOException {
    // A file, not a pipe: a pipe stays open as long as any grandchild holds it.
    Path output = Files.createTempFile("decompgen-", ".out");
    try {
      Process process = start(output, command);
      boolean ended = process.waitFor(limit.toMillis(), MILLISECONDS);
      if (!ended) process.destroyForcibly().waitFor();
      String said = Files.readString(output, ISO_8859_1);
      return ended
          ? new Outcome(process.exitValue(), said)
          : new Outcome(-1, said + " (no end after " + limit.toSeconds() + " s)");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while running " + command[0], e);
    } finally {
      Files.delete(output);
    }
  }

  private Process start(Path output, String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(prefix.stream(), Stream.of(command)).toList());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    builder.redirectInput(ProcessBuilder.Redirect.from(NULL.toFile()));
    // The namespace's user may not enter the folder that this process was started in.
    builder.directory(Path.of("/").toFile());
    return builder.start();
  }

  /** How a command ended, and what it said. */
  record Outcome(int status, String output) {
    boolean good() {
      return status == 0;
    }
  }
}
