package decompgen.verticles.store;

import static decompgen.verticles.store.StoreSamples.IMAGE;
import static decompgen.verticles.store.StoreSamples.await;
import static decompgen.verticles.store.StoreSamples.numbered;
import static decompgen.verticles.store.StoreSamples.score;
import static decompgen.verticles.store.StoreSamples.scored;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.ScoreEvent.Responded;
import decompgen.verticles.store.embedded.EmbeddedPostgres;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * A server reduced to its store: writes scores until it is killed, and says "<id> <events>;" on its
 * standard output for every append that was acknowledged. Its first line is the pid of PostgreSQL,
 * or the failure that keeps it from starting.
 */
final class AppendingServer {
  private static final int APPENDS = 5;

  private AppendingServer() {}

  public static void main(String[] arguments) {
    try {
      DataFolder data = DataFolder.hold(Path.of(arguments[0]));
      EmbeddedPostgres postgres = EmbeddedPostgres.open(data.postgresql());
      Migrations.run(postgres.url());
      Vertx vertx = Vertx.vertx();
      Database database = Database.at(vertx, postgres.url(), 4);
      FileImageStore images = FileImageStore.open(vertx, data.images(), database);
      System.out.println(postgres.pid().orElseThrow());
      patiently(() -> images.put(IMAGE));
      PgScoreStore scores = new PgScoreStore(database);
      while (true) write(scores);
    } catch (Failure failure) {
      System.out.println(failure.code() + " " + failure.detail());
    }
  }

  private static void write(PgScoreStore scores) {
    StoredScore score = score("A cat.");
    patiently(() -> scores.begin(score));
    for (int append = 0; append < APPENDS; append++) {
      int first = 2 * append;
      ScoreEvent responded = new Responded(0, "A cat.".repeat(200), null, null);
      patiently(() -> scores.append(score.id(), numbered(first, responded, scored(0))));
      System.out.println(score.id() + " " + (first + 2) + ";");
    }
  }

  /** Asks until the database is back, as a pipeline does with an append that was not answered. */
  private static void patiently(Supplier<Future<?>> call) {
    while (true) {
      try {
        await(call.get());
        return;
      } catch (Failure failure) {
        if (failure.code() != ErrorCode.DATABASE_UNAVAILABLE) throw failure;
      }
    }
  }
}
