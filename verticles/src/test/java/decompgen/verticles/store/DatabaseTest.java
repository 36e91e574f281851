package decompgen.verticles.store;

import static decompgen.verticles.store.StoreSamples.await;
import static decompgen.verticles.store.embedded.TestPostgres.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.verticles.store.Database.Limits;
import decompgen.verticles.store.DatabaseUrl.Encryption;
import decompgen.verticles.store.embedded.EmbeddedPostgres;
import decompgen.verticles.store.embedded.TestPostgres;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("native")
class DatabaseTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @Test
  void ping_databaseThatRuns_answers() throws SQLException {
    Database database = Database.at(vertx, TestPostgres.migratedDatabase(), 1);
    await(database.ping());
    await(database.close());
  }

  @Test
  void call_postmasterKilled_unavailableWithinSecondsThenHeals(@TempDir Path data)
      throws IOException {
    Path folder = TestPostgres.unpacked(data.resolve("postgresql"));
    try (EmbeddedPostgres postgres = EmbeddedPostgres.open(folder)) {
      Database database = Database.at(vertx, postgres.url(), 4);
      await(database.ping());

      ProcessHandle.of(postgres.pid().orElseThrow()).orElseThrow().destroyForcibly();

      long killed = System.nanoTime();
      assertThat(firstFailure(database).code()).isEqualTo(ErrorCode.DATABASE_UNAVAILABLE);
      assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(5));
      awaitAnswer(database);
      await(database.close());
    }
    TestPostgres.forget(folder);
  }

  @Test
  void call_statementThatWaitsTooLong_isEndedByPostgres() throws SQLException {
    DatabaseUrl url = TestPostgres.migratedDatabase();
    Database database = Database.at(vertx, url, 1, new Limits(LONG, SHORT, LONG));

    assertUnavailable(database.run("SELECT pg_sleep(60)", Tuple.tuple()));

    await(database.ping());
    await(database.close());
    assertThat(query(url, "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%sleep(60)'"))
        .isEqualTo("0");
  }

  @Test
  void call_allConnectionsBusy_isRefusedAfterTheLimit() throws SQLException {
    Database database =
        Database.at(vertx, TestPostgres.migratedDatabase(), 1, new Limits(SHORT, LONG, LONG));
    await(database.ping());
    Future<?> busy = database.run("SELECT pg_sleep(2)", Tuple.tuple());

    assertUnavailable(database.ping());

    await(busy);
    await(database.ping());
    await(database.close());
  }

  @Test
  void call_databaseThatFallsSilent_endsAtTheLimit() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"))) {
      DatabaseUrl url =
          new DatabaseUrl(
              "127.0.0.1", silent.getLocalPort(), "x", "ann", "secret", Encryption.DISABLE);
      assertUnavailable(Database.at(vertx, url, 1, new Limits(LONG, LONG, SHORT)).ping());
    }
  }

  @Test
  void call_nobodyListens_unavailable() throws IOException {
    ServerSocket gone = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
    gone.close();
    DatabaseUrl url =
        new DatabaseUrl("127.0.0.1", gone.getLocalPort(), "x", "ann", "x", Encryption.PREFER);

    assertUnavailable(Database.at(vertx, url, 1).ping());
  }

  @Test
  void call_wrongPassword_unavailableWithTheReason() throws SQLException {
    DatabaseUrl url = TestPostgres.migratedDatabase();
    DatabaseUrl guessed =
        new DatabaseUrl(
            url.host(), url.port(), url.database(), url.user(), "guess", Encryption.DISABLE);

    assertThatThrownBy(() -> await(Database.at(vertx, guessed, 1).ping()))
        .hasMessageContaining("password authentication failed")
        .hasMessageNotContaining("guess");
  }

  @Test
  void call_encryptionWantedWhereThereIsNone_unavailable() throws SQLException {
    DatabaseUrl url = TestPostgres.migratedDatabase();
    for (Encryption encryption : Encryption.values()) {
      DatabaseUrl other =
          new DatabaseUrl(
              url.host(), url.port(), url.database(), url.user(), url.password(), encryption);
      Future<Void> ping = Database.at(vertx, other, 1).ping();
      switch (encryption) {
        case DISABLE, PREFER -> await(ping);
        case REQUIRE, VERIFY_FULL -> assertUnavailable(ping);
      }
    }
  }

  @Test
  void call_statementThatIsWrong_internal() throws SQLException {
    Database database = Database.at(vertx, TestPostgres.migratedDatabase(), 1);

    assertThatThrownBy(() -> await(database.run("SELECT nothing", Tuple.tuple())))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INTERNAL));
    await(database.close());
  }

  private static Failure firstFailure(Database database) {
    long end = System.nanoTime() + LONG.toNanos();
    while (System.nanoTime() < end) {
      try {
        await(database.ping());
      } catch (Failure failure) {
        return failure;
      }
    }
    throw new AssertionError("every call was answered");
  }

  private static void awaitAnswer(Database database) {
    long end = System.nanoTime() + LONG.toNanos();
    while (System.nanoTime() < end) {
      try {
        await(database.ping());
        return;
      } catch (Failure notYet) {
        assertThat(notYet.code()).isEqualTo(ErrorCode.DATABASE_UNAVAILABLE);
      }
    }
    throw new AssertionError("no answer within " + LONG);
  }

  private static void assertUnavailable(Future<?> future) {
    assertThatThrownBy(() -> await(future))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.DATABASE_UNAVAILABLE))
        .hasMessageContaining("Try again");
  }
}
