package decompgen.verticles.store;

import static decompgen.verticles.store.StoreSamples.await;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.verticles.store.Database.Limits;
import decompgen.verticles.store.DatabaseUrl.Encryption;
import decompgen.verticles.store.embedded.OwnPostgres;
import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("native")
class DatabaseWatchTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Vertx vertx = Vertx.vertx();
  private final BlockingQueue<AsyncResult<Void>> told = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @Test
  void watch_postgresStoppedAndStartedAgain_tellsBoth(@TempDir Path data) throws Exception {
    try (OwnPostgres postgres = OwnPostgres.in(data)) {
      Database database = Database.at(vertx, postgres.url(), 2);
      DatabaseWatch watch = new DatabaseWatch(vertx, database, told::add);
      watch.start();
      assertThat(next().succeeded()).isTrue();

      postgres.stop();
      assertUnavailable(firstThat(false));

      postgres.startAgain();
      assertThat(firstThat(true).succeeded()).isTrue();

      await(watch.stop());
      told.clear();
      assertThat(told.poll(1500, MILLISECONDS)).isNull();
      await(database.close());
    }
  }

  @Test
  void watch_databaseThatNeverAnswers_isToldAndNotAskedAgain() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"))) {
      silent.setSoTimeout(20_000);
      DatabaseUrl url =
          new DatabaseUrl("127.0.0.1", silent.getLocalPort(), "x", "ann", "x", Encryption.DISABLE);
      Limits patient = new Limits(LONG, LONG, LONG);
      new DatabaseWatch(vertx, Database.at(vertx, url, 4, patient), told::add).start();

      try (Socket _ = silent.accept()) {
        assertUnavailable(next());
        assertThat(told.poll(1_500, MILLISECONDS)).isNull();
        silent.setSoTimeout(1);
        assertThatThrownBy(silent::accept).isInstanceOf(SocketTimeoutException.class);
      }
    }
  }

  private AsyncResult<Void> firstThat(boolean succeeded) throws InterruptedException {
    AsyncResult<Void> outcome = next();
    while (outcome.succeeded() != succeeded) outcome = next();
    return outcome;
  }

  private AsyncResult<Void> next() throws InterruptedException {
    return requireNonNull(told.poll(20, SECONDS), "nothing is told");
  }

  private static void assertUnavailable(AsyncResult<Void> outcome) {
    assertThat(outcome.cause())
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.DATABASE_UNAVAILABLE));
  }
}
