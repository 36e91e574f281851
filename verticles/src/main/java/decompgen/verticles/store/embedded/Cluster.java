package decompgen.verticles.store.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.verticles.store.Durable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;

/** One PostgreSQL database cluster on disk ({@code cluster/}), made, started and stopped. */
final class Cluster {
  static final String USER = "decompgen";

  private static final Duration INIT_LIMIT = Duration.ofMinutes(2);
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final Duration ORPHANS_LIMIT = Duration.ofSeconds(20);
  private static final long PAUSE_MILLIS = 100;

  private final Path folder;
  private final Path home;
  private final Account account;
  private final ServerLog log;

  Cluster(Path folder, Path home, Account account) {
    this.folder = folder;
    this.home = home;
    this.account = account;
    this.log = new ServerLog(folder.resolve("postgresql.log"));
  }

  Path path() {
    return folder.resolve("cluster");
  }

  /** The password of {@link #USER}, made with the cluster. */
  String password() throws IOException {
    Path file = passwordFile();
    if (Files.isReadable(file)) return Files.readString(file, UTF_8);
    throw new Failure(
        ErrorCode.DATABASE_UNUSABLE,
        "The embedded database's password is missing: restore "
            + file
            + " from a backup, or start with a new data folder.");
  }

  /** Makes the cluster unless it is there; one that was made half-way is made again. */
  void make() throws IOException {
    if (Files.isDirectory(path())) {
      requireSameMajor();
      return;
    }
    Path making = folder.resolve("cluster.making");
    Folders.remove(making);
    makePassword();
    Account.Outcome made =
        account.run(
            INIT_LIMIT,
            program("initdb"),
            "--pgdata=" + making,
            "--username=" + USER,
            "--pwfile=" + passwordFile(),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            // Quicker than file by file, and it brings the unpacked programs to the disk as well.
            "--sync-method=syncfs",
            "--no-instructions");
    if (!made.good()) throw unusable("could not be made", made.output());
    Files.move(making, path(), ATOMIC_MOVE);
    Durable.sync(folder);
  }

  private void requireSameMajor() throws IOException {
    String made = Files.readString(path().resolve("PG_VERSION"), UTF_8).strip();
    if (!Binaries.VERSION.startsWith(made + "."))
      throw new Failure(
          ErrorCode.DATABASE_UNUSABLE,
          "The embedded database in %s was made by PostgreSQL %s, this server brings %s. Start it with the server that made it, dump it, and restore it into a new data folder."
              .formatted(folder, made, Binaries.VERSION));
  }

  private void makePassword() throws IOException {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    byte[] password = Base64.getUrlEncoder().encode(random);
    Files.deleteIfExists(passwordFile());
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var file = FileChannel.open(passwordFile(), Set.of(CREATE_NEW, WRITE), ownerOnly)) {
      file.write(ByteBuffer.wrap(password));
      file.force(true);
    }
    account.own(passwordFile());
  }

  private Path passwordFile() {
    return folder.resolve("password");
  }

  /**
   * Starts PostgreSQL and waits until it takes connections, crash recovery included.
   *
   * @param wanted the port to listen on, 0 for a free one
   * @return the port it listens on
   * @throws Failure DATABASE_UNUSABLE with the log's last lines
   */
  int start(int wanted) throws IOException {
    long patience = System.nanoTime() + ORPHANS_LIMIT.toNanos();
    for (; ; ) {
      int port = wanted > 0 ? wanted : freePort();
      String said = tryStart(port);
      if (said.isEmpty()) return port;
      boolean portTaken = said.contains("could not bind");
      boolean orphans = said.contains("shared memory block") || said.contains("lock file");
      if (!(portTaken || orphans) || System.nanoTime() > patience)
        throw unusable("does not start", said);
      pause();
    }
  }

  /** Returns nothing when it started, else what it said. */
  private String tryStart(int port) throws IOException {
    Postmaster.disown(path());
    Files.writeString(path().resolve("postgresql.conf"), new Settings(port).text(), UTF_8);
    long begin = log.turn();
    Account.Outcome outcome =
        account.run(
            START_LIMIT,
            program("pg_ctl"),
            "start",
            "--wait",
            "--silent",
            "--timeout=" + START_LIMIT.toSeconds(),
            "--pgdata=" + path(),
            "--log=" + log.file());
    return outcome.good() ? "" : log.since(begin) + outcome.output();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  /** Stops PostgreSQL cleanly, or by force when it does not want to. */
  void stop() throws IOException {
    if (stop("fast") || stop("immediate")) return;
    Postmaster.living(path())
        .flatMap(postmaster -> ProcessHandle.of(postmaster.pid()))
        .ifPresent(ProcessHandle::destroyForcibly);
  }

  private boolean stop(String mode) throws IOException {
    if (Postmaster.living(path()).isEmpty()) return true;
    return account
        .run(
            STOP_LIMIT.plusSeconds(5),
            program("pg_ctl"),
            "stop",
            "--wait",
            "--silent",
            "--timeout=" + STOP_LIMIT.toSeconds(),
            "--mode=" + mode,
            "--pgdata=" + path())
        .good();
  }

  private String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  private Failure unusable(String what, String said) {
    return new Failure(
        ErrorCode.DATABASE_UNUSABLE,
        "The embedded database in %s %s; its log is %s. Or set database.url to a PostgreSQL of your own. It said: %s"
            .formatted(folder, what, log.file(), ServerLog.lastLines(said)));
  }

  static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for PostgreSQL", e);
    }
  }
}
