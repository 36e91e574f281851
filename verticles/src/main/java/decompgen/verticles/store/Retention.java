package decompgen.verticles.store;

import static java.util.Objects.requireNonNull;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.picture.PictureId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what is older than a configured age, in small batches: scores that have ended, and then
 * images that no score rests on. Several servers may do so at once.
 */
public final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final Batches BATCHES = new Batches(50);
  private static final Duration SHORTEST_PERIOD = Duration.ofMinutes(1);
  private static final Duration LONGEST_PERIOD = Duration.ofHours(1);

  /** A score that still runs a day after that age runs nowhere any more. */
  private static final String SCORES =
      """
      DELETE FROM score WHERE id IN (
        SELECT id FROM score
        WHERE created < now() - make_interval(secs => $1)
          AND (state <> 'running' OR created < now() - make_interval(secs => $1) - interval '1 day')
        ORDER BY created LIMIT $2 FOR UPDATE SKIP LOCKED)""";

  private static final String PICTURES =
      """
      SELECT p.id FROM picture p
      WHERE p.put < now() - make_interval(secs => $1)
        AND NOT EXISTS (SELECT 1 FROM score s WHERE s.picture = p.id)
      ORDER BY p.put LIMIT $2""";

  private final Vertx vertx;
  private final Database database;
  private final ImageStore images;
  private final Duration age;
  private final double seconds;
  private long timer;
  private Future<Swept> sweep = Future.succeededFuture(new Swept(0, 0));
  private volatile boolean stopping;

  /**
   * @param age how long scores and images are kept, more than nothing; a server that keeps all has
   *     no retention
   */
  public Retention(Vertx vertx, Database database, ImageStore images, Duration age) {
    this.vertx = requireNonNull(vertx, "vertx");
    this.database = requireNonNull(database, "database");
    this.images = requireNonNull(images, "images");
    this.age = age;
    this.seconds = age.toMillis() / 1e3;
    if (!age.isPositive()) throw new IllegalArgumentException("age: " + age);
  }

  /** Sweeps now and from then on regularly: every tenth of the age, at least once an hour. */
  public synchronized void start() {
    long period = age.dividedBy(10).toMillis();
    timer =
        vertx.setPeriodic(
            0,
            Math.clamp(period, SHORTEST_PERIOD.toMillis(), LONGEST_PERIOD.toMillis()),
            _ -> sweepAgain());
  }

  /** Ends the sweeping; the future ends when the batch under way has. */
  public synchronized Future<Void> stop() {
    stopping = true;
    vertx.cancelTimer(timer);
    return sweep.otherwiseEmpty().mapEmpty();
  }

  private synchronized void sweepAgain() {
    if (!sweep.isComplete()) return;
    sweep =
        sweep()
            .onSuccess(Retention::log)
            .onFailure(
                thrown -> LOG.warn("old scores could not be deleted: {}", thrown.getMessage()));
  }

  private static void log(Swept swept) {
    if (swept.scores() + swept.pictures() > 0)
      LOG.info("deleted {} old scores and {} old images", swept.scores(), swept.pictures());
  }

  /** Deletes all that is too old now, or what it can until a stop. */
  public Future<Swept> sweep() {
    return all(this::scores)
        .compose(scores -> all(this::pictures).map(pictures -> new Swept(scores, pictures)));
  }

  private Future<Integer> all(Supplier<Future<Integer>> batch) {
    return BATCHES.all(() -> stopping ? Future.succeededFuture(0) : batch.get());
  }

  private Future<Integer> scores() {
    return database.run(SCORES, Tuple.of(seconds, BATCHES.size())).map(RowSet::rowCount);
  }

  private Future<Integer> pictures() {
    return database
        .run(PICTURES, Tuple.of(seconds, BATCHES.size()))
        .compose(rows -> remove(ids(rows), 0));
  }

  private static List<PictureId> ids(RowSet<Row> rows) {
    List<PictureId> ids = new ArrayList<>();
    rows.forEach(row -> ids.add(new PictureId(row.getString("id"))));
    return ids;
  }

  /** One after the other; returns how many went. A picture that a new score rests on stays. */
  private Future<Integer> remove(List<PictureId> ids, int removed) {
    if (ids.isEmpty()) return Future.succeededFuture(removed);
    return images
        .delete(ids.getFirst())
        .recover(
            thrown ->
                Failure.of(thrown).code() == ErrorCode.IN_USE
                    ? Future.succeededFuture(false)
                    : Future.failedFuture(thrown))
        .compose(was -> remove(ids.subList(1, ids.size()), removed + (was ? 1 : 0)));
  }

  /** How many scores and images one sweep deleted. */
  public record Swept(int scores, int pictures) {}
}
