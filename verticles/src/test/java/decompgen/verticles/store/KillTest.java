package decompgen.verticles.store;

import static decompgen.verticles.store.StoreSamples.await;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.score.ScoreId;
import decompgen.verticles.event.Numbered;
import decompgen.verticles.store.embedded.EmbeddedPostgres;
import decompgen.verticles.store.embedded.TestPostgres;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers killed with -9 at random moments, alone and together with their PostgreSQL. */
class KillTest {
  private static final int LONGEST_MILLIS = 400;

  private enum Victims {
    SERVER,
    POSTGRES_THEN_SERVER,
    BOTH_AT_ONCE
  }

  @TempDir Path temporary;
  private Path data;
  private final Map<ScoreId, Integer> acknowledged = new HashMap<>();

  @BeforeEach
  void unpack() throws IOException {
    data = temporary.resolve("data");
    TestPostgres.unpacked(data.resolve("postgresql"));
  }

  @AfterEach
  void forget() throws IOException {
    TestPostgres.forget(data.resolve("postgresql"));
  }

  @Test
  @Tag("native")
  void append_killedThreeTimes_everyAcknowledgedEventIsThere() throws Exception {
    killAndLook(3);
  }

  @Test
  @Tag("load")
  void append_killedThirtyTimes_everyAcknowledgedEventIsThere() throws Exception {
    killAndLook(30);
  }

  @Test
  @Tag("native")
  void hold_folderOfAnotherServer_isRefusedUntilThatIsKilled() throws Exception {
    Process first = start();
    try (BufferedReader firstSays = first.inputReader()) {
      long postgres = Long.parseLong(firstSays.readLine());
      Process second = start();
      try (BufferedReader secondSays = second.inputReader()) {
        assertThat(secondSays.readLine())
            .startsWith("DATA_FOLDER_TAKEN")
            .contains("process " + first.pid());
      }
      first.destroyForcibly().waitFor();
      try (EmbeddedPostgres adopted = EmbeddedPostgres.open(data.resolve("postgresql"))) {
        assertThat(adopted.pid()).contains(postgres);
      }
    }
  }

  private void killAndLook(int rounds) throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    long left = 0;
    for (int round = 0; round < rounds; round++) {
      Victims victims = Victims.values()[round % Victims.values().length];
      long postgres = killed(victims, random.nextInt(LONGEST_MILLIS));
      if (left != 0)
        assertThat(postgres).as("PostgreSQL is adopted, seed %d", seed).isEqualTo(left);
      left = victims == Victims.SERVER ? postgres : 0;
    }
    look("seed " + seed);
  }

  /** Lets a server run until that long after its first append; returns its first PostgreSQL. */
  private long killed(Victims victims, int millis) throws Exception {
    Process server = start();
    try (BufferedReader says = server.inputReader()) {
      String first = says.readLine();
      long postgres = Long.parseLong(first);
      note(says.readLine());
      CompletableFuture<?> killing =
          CompletableFuture.runAsync(
              () -> kill(victims, server, postgres),
              CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
      for (String line = says.readLine(); line != null; line = says.readLine()) note(line);
      killing.get(1, TimeUnit.MINUTES);
      return postgres;
    } finally {
      server.destroyForcibly().waitFor();
    }
  }

  private static void kill(Victims victims, Process server, long postgres) {
    ProcessHandle database = ProcessHandle.of(postgres).orElseThrow();
    switch (victims) {
      case SERVER -> kill(server);
      case BOTH_AT_ONCE -> {
        kill(server);
        database.destroyForcibly();
      }
      case POSTGRES_THEN_SERVER -> {
        database.destroyForcibly();
        CompletableFuture.runAsync(
                () -> kill(server), CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS))
            .join();
      }
    }
  }

  /** By its handle: the process itself would close the stream that is still being read. */
  private static void kill(Process server) {
    server.toHandle().destroyForcibly();
  }

  /** Only whole lines count: the last one may be cut off by the kill. */
  private void note(@Nullable String line) {
    if (line == null || !line.endsWith(";")) return;
    String[] words = line.substring(0, line.length() - 1).split(" ");
    acknowledged.merge(ScoreId.parse(words[0]), Integer.parseInt(words[1]), Math::max);
  }

  private void look(String seed) {
    Vertx vertx = Vertx.vertx();
    try (EmbeddedPostgres postgres = EmbeddedPostgres.open(data.resolve("postgresql"))) {
      Database database = Database.at(vertx, postgres.url(), 4);
      PgScoreStore scores = new PgScoreStore(database);
      assertThat(acknowledged).as(seed).isNotEmpty();
      acknowledged.forEach(
          (id, events) -> {
            List<Numbered> found = await(scores.events(id, 0));
            assertThat(found).as("%s of %s", seed, id).hasSizeGreaterThanOrEqualTo(events);
            for (int place = 0; place < found.size(); place++)
              assertThat(found.get(place).number()).isEqualTo(place);
          });
      await(database.close());
    } finally {
      await(vertx.close());
    }
  }

  private Process start() throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
    Path errors = Files.createTempFile(temporary, "server", ".err");
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-cp",
            classPath,
            AppendingServer.class.getName(),
            data.toString())
        .redirectError(errors.toFile())
        .start();
  }
}
