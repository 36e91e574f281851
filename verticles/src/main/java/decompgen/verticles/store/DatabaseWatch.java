package decompgen.verticles.store;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a database every second whether it answers, one question at a time, and tells each outcome:
 * an answer, or a Failure, after two seconds at the latest.
 */
public final class DatabaseWatch {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Vertx vertx;
  private final Database database;
  private final Handler<AsyncResult<Void>> told;
  private long timer;
  private Future<Void> question = Future.succeededFuture();
  private boolean answers = true;

  /** A database that has answered; {@code told} is called on an event loop. */
  public DatabaseWatch(Vertx vertx, Database database, Handler<AsyncResult<Void>> told) {
    this.vertx = requireNonNull(vertx, "vertx");
    this.database = requireNonNull(database, "database");
    this.told = requireNonNull(told, "told");
  }

  public synchronized void start() {
    timer = vertx.setPeriodic(PERIOD.toMillis(), _ -> askAgain());
  }

  /** Ends the questions; the future ends when one under way has. */
  public synchronized Future<Void> stop() {
    vertx.cancelTimer(timer);
    return question.otherwiseEmpty();
  }

  private synchronized void askAgain() {
    if (!question.isComplete()) return;
    question = database.ping();
    question
        .timeout(PATIENCE.toMillis(), MILLISECONDS)
        .recover(silence -> Future.failedFuture(DatabaseFailure.of(silence)))
        .onComplete(this::tell);
  }

  private synchronized void tell(AsyncResult<Void> outcome) {
    if (answers && outcome.failed()) LOG.warn("not ready: {}", outcome.cause().getMessage());
    if (!answers && outcome.succeeded()) LOG.info("the database answers again");
    answers = outcome.succeeded();
    told.handle(outcome);
  }
}
