package decompgen.verticles.store.embedded;

import decompgen.verticles.store.DatabaseUrl;
import decompgen.verticles.store.DatabaseUrl.Encryption;
import java.io.IOException;
import java.nio.file.Path;

/** A PostgreSQL of one test's own that nobody starts again but the test, on the same port. */
public final class OwnPostgres implements AutoCloseable {
  private final Path folder;
  private final Cluster cluster;
  private final int port;

  private OwnPostgres(Path folder, Cluster cluster, int port) {
    this.folder = folder;
    this.cluster = cluster;
    this.port = port;
  }

  /** A new one, started. */
  public static OwnPostgres in(Path data) throws IOException {
    Path folder = TestPostgres.unpacked(data.resolve("postgresql"));
    Path home = folder.resolve(Binaries.VERSION);
    Cluster cluster = new Cluster(folder, home, Account.working(folder, home));
    cluster.make();
    return new OwnPostgres(folder, cluster, cluster.start(0));
  }

  public DatabaseUrl url() throws IOException {
    return new DatabaseUrl(
        "127.0.0.1", port, "postgres", Cluster.USER, cluster.password(), Encryption.DISABLE);
  }

  public void stop() throws IOException {
    cluster.stop();
  }

  public void startAgain() throws IOException {
    cluster.start(port);
  }

  @Override
  public void close() throws IOException {
    cluster.stop();
    TestPostgres.forget(folder);
  }
}
