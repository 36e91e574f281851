package decompgen.verticles.store;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.TrustManagerFactory;

/**
 * A PostgreSQL and the connections to it. Every call ends in time: well, or with Failure
 * DATABASE_UNAVAILABLE when the database does not answer, INTERNAL when it refuses. Lost
 * connections are replaced by the next call. Callable from any context; futures end on the
 * caller's.
 */
public final class Database {
  /**
   * How long to wait before the database counts as unavailable.
   *
   * @param connection for a connection, new or given back by another call
   * @param statement for one statement, kept by PostgreSQL itself
   * @param call for all of a call, when PostgreSQL is too ill to keep its own limit
   */
  record Limits(Duration connection, Duration statement, Duration call) {
    static final Limits USUAL =
        new Limits(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(8));
  }

  /** Longer than the pool's, so that it ends only connections that hang. */
  private static final Duration SOCKET_IDLE_LIMIT = Duration.ofMinutes(2);

  private static final Duration POOL_IDLE_LIMIT = Duration.ofMinutes(1);
  private static final int WAITING_CALLS = 2_000;
  private static final int PREPARED_STATEMENTS = 64;

  private final Vertx vertx;
  private final Pool pool;
  private final Limits limits;

  private Database(Vertx vertx, Pool pool, Limits limits) {
    this.vertx = vertx;
    this.pool = pool;
    this.limits = limits;
  }

  /**
   * Opens no connection yet.
   *
   * @param connections most connections at a time, 1 or more
   */
  public static Database at(Vertx vertx, DatabaseUrl url, int connections) {
    return at(vertx, url, connections, Limits.USUAL);
  }

  static Database at(Vertx vertx, DatabaseUrl url, int connections, Limits limits) {
    return new Database(
        vertx,
        PgBuilder.pool()
            .with(poolOptions(connections, limits))
            .with(socketOptions(limits))
            .connectingTo(connectOptions(url, limits))
            .using(vertx)
            .build(),
        limits);
  }

  private static PoolOptions poolOptions(int connections, Limits limits) {
    return new PoolOptions()
        .setMaxSize(connections)
        .setMaxWaitQueueSize(WAITING_CALLS)
        .setConnectionTimeout((int) limits.connection().toMillis())
        .setConnectionTimeoutUnit(MILLISECONDS)
        .setIdleTimeout((int) POOL_IDLE_LIMIT.toMillis())
        .setIdleTimeoutUnit(MILLISECONDS);
  }

  private static NetClientOptions socketOptions(Limits limits) {
    return new NetClientOptions()
        .setConnectTimeout((int) limits.connection().toMillis())
        .setIdleTimeout((int) SOCKET_IDLE_LIMIT.toMillis())
        .setIdleTimeoutUnit(MILLISECONDS)
        .setTcpKeepAlive(true);
  }

  private static PgConnectOptions connectOptions(DatabaseUrl url, Limits limits) {
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost(url.host())
            .setPort(url.port())
            .setDatabase(url.database())
            .setUser(url.user())
            .setPassword(url.password())
            .setSslMode(SslMode.of(url.encryption().word()))
            .setSslOptions(sslOptions(url.encryption()))
            .setCachePreparedStatements(true)
            .setPreparedStatementCacheMaxSize(PREPARED_STATEMENTS);
    String limit = Long.toString(limits.statement().toMillis());
    return options
        .addProperty("application_name", "decompgen")
        .addProperty("statement_timeout", limit)
        .addProperty("idle_in_transaction_session_timeout", limit);
  }

  private static ClientSSLOptions sslOptions(DatabaseUrl.Encryption encryption) {
    ClientSSLOptions options = new ClientSSLOptions();
    return switch (encryption) {
      case DISABLE, PREFER, REQUIRE ->
          options.setTrustAll(true).setHostnameVerificationAlgorithm("");
      case VERIFY_FULL ->
          options.setTrustOptions(javaTrust()).setHostnameVerificationAlgorithm("HTTPS");
    };
  }

  /** The certificate authorities of the Java runtime, or of {@code javax.net.ssl.trustStore}. */
  private static TrustOptions javaTrust() {
    try {
      TrustManagerFactory java =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      java.init((KeyStore) null);
      return TrustOptions.wrap(java);
    } catch (GeneralSecurityException e) {
      throw new Failure(
          ErrorCode.CONFIG_INVALID,
          "Java's certificate authorities cannot be read, which sslmode=verify-full needs: " + e,
          e);
    }
  }

  /** Runs one statement in a transaction of its own. */
  Future<RowSet<Row>> run(String sql, Tuple values) {
    return inTime(() -> pool.preparedQuery(sql).execute(values));
  }

  /**
   * Runs one statement and reads what it found on a worker thread: for rows so many or so long that
   * they would hold up an event loop.
   */
  <T> Future<T> read(String sql, Tuple values, Function<RowSet<Row>, T> read) {
    return run(sql, values)
        .compose(rows -> vertx.<T>executeBlocking(() -> read.apply(rows), false))
        .map(Objects::requireNonNull);
  }

  /** Runs the work in one transaction, rolled back when its future fails. */
  <T> Future<T> transaction(Function<SqlClient, Future<T>> work) {
    return inTime(() -> pool.withTransaction(work::apply));
  }

  /** Whether the database answers now. */
  Future<Void> ping() {
    return run("SELECT 1", Tuple.tuple()).mapEmpty();
  }

  /** Ends the connections; the database goes on. */
  public Future<Void> close() {
    return pool.close();
  }

  private <T> Future<T> inTime(Supplier<Future<T>> call) {
    return call.get()
        .timeout(limits.call().toMillis(), MILLISECONDS)
        .recover(thrown -> Future.failedFuture(explained(thrown)));
  }

  // A broken reference is the caller's to explain.
  private static Throwable explained(Throwable thrown) {
    return DatabaseFailure.foreignKey(thrown) ? thrown : DatabaseFailure.of(thrown);
  }
}
