package decompgen.verticles.store.embedded;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.verticles.store.DatabaseUrl;
import decompgen.verticles.store.DatabaseUrl.Encryption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of the server's own, running in a folder that this process holds.
 *
 * <p>It is a process of its own and outlives a server that is killed: the next server adopts it, or
 * lets it recover when it was killed as well. While it is open it is watched, and started again on
 * the same port when it dies. All calls block; none belongs on an event loop.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final Duration ADOPTION_LIMIT = Duration.ofMinutes(1);
  private static final long WATCH_MILLIS = 250;
  private static final long RETRY_MILLIS = 5_000;

  private final Cluster cluster;
  private final DatabaseUrl url;
  private final Thread watch;
  private volatile boolean closed;

  private EmbeddedPostgres(Cluster cluster, DatabaseUrl url) {
    this.cluster = cluster;
    this.url = url;
    this.watch = Thread.ofPlatform().daemon().name("postgresql-watch").unstarted(this::watch);
  }

  /**
   * Unpacks, makes, adopts or starts what is needed; ready for connections when it returns.
   *
   * @param folder PostgreSQL's part of a data folder that this process holds
   * @throws Failure DATABASE_UNUSABLE with what to do
   */
  public static EmbeddedPostgres open(Path folder) {
    try {
      Files.createDirectories(folder);
      Path home = Binaries.unpack(folder);
      Cluster cluster = new Cluster(folder, home, Account.working(folder, home));
      cluster.make();
      String password = cluster.password();
      int port = adopt(cluster, password).orElse(0);
      if (port == 0) port = cluster.start(0);
      EmbeddedPostgres open = new EmbeddedPostgres(cluster, url(port, password));
      open.watch.start();
      return open;
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.DATABASE_UNUSABLE,
          "The embedded database in "
              + folder
              + " cannot be used ("
              + e
              + "). Choose another data folder with --data, or set database.url.",
          e);
    }
  }

  private static DatabaseUrl url(int port, String password) {
    return new DatabaseUrl(
        "127.0.0.1", port, "postgres", Cluster.USER, password, Encryption.DISABLE);
  }

  /** The port of the PostgreSQL that a killed server left running, once it answers. */
  private static Optional<Integer> adopt(Cluster cluster, String password) throws IOException {
    long patience = System.nanoTime() + ADOPTION_LIMIT.toNanos();
    Optional<Postmaster> living = Postmaster.living(cluster.path());
    while (living.isPresent()) {
      Postmaster postmaster = living.get();
      if (postmaster.ready() && answers(url(postmaster.port(), password))) {
        LOG.info("adopted the PostgreSQL that runs as process {}", postmaster.pid());
        return Optional.of(postmaster.port());
      }
      if (System.nanoTime() > patience)
        throw new Failure(
            ErrorCode.DATABASE_UNUSABLE,
            "The embedded database runs as process %d but does not answer. End that process (kill -INT %d) and start again."
                .formatted(postmaster.pid(), postmaster.pid()));
      Cluster.pause();
      living = Postmaster.living(cluster.path());
    }
    return Optional.empty();
  }

  private static boolean answers(DatabaseUrl url) {
    Properties login = new Properties();
    login.setProperty("user", url.user());
    login.setProperty("password", url.password());
    login.setProperty("loginTimeout", "5");
    try (var connection = DriverManager.getConnection(url.jdbc(), login)) {
      return connection.isValid(5);
    } catch (SQLException noAnswer) {
      return false;
    }
  }

  /** Where it listens; the same as long as it is open. */
  public DatabaseUrl url() {
    return url;
  }

  /** Process id of PostgreSQL's first process, absent while it is down. */
  public Optional<Long> pid() {
    try {
      return Postmaster.living(cluster.path()).map(Postmaster::pid);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private void watch() {
    try {
      while (!closed) {
        Thread.sleep(pid().isPresent() || revive() ? WATCH_MILLIS : RETRY_MILLIS);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean revive() {
    try {
      synchronized (this) {
        if (closed) return true;
        LOG.warn("PostgreSQL is gone; starting it again");
        cluster.start(url.port());
      }
      LOG.info("PostgreSQL is back");
      return true;
    } catch (IOException | Failure e) {
      if (!closed) LOG.error("PostgreSQL cannot be started again: {}", e.getMessage());
      return false;
    }
  }

  /** Stops PostgreSQL and waits for it; calls after the first do nothing. */
  @Override
  public void close() {
    boolean first = !closed;
    closed = true;
    watch.interrupt();
    synchronized (this) {
      if (first) stop();
    }
  }

  private void stop() {
    try {
      cluster.stop();
    } catch (IOException e) {
      LOG.error("PostgreSQL could not be stopped cleanly; the next start recovers it", e);
    }
  }
}
