package decompgen.verticles.store;

import static java.util.Objects.requireNonNull;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.ScoreId;
import decompgen.verticles.event.EventJson;
import decompgen.verticles.event.Numbered;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Scores in PostgreSQL; the tables are described in the first migration. Each call that writes is
 * one statement, so it happens wholly or not at all.
 */
public final class PgScoreStore implements ScoreStore {
  /** Most scores of one page. */
  public static final int LARGEST_PAGE = 200;

  private static final String BEGIN =
      """
      WITH begun AS (
        INSERT INTO score (id, picture, question, fingerprint, owner, detached, state, created)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT DO NOTHING RETURNING id)
      INSERT INTO response (score_id, number, text)
      SELECT begun.id, t.place - 1, t.text
      FROM begun, unnest($9::text[]) WITH ORDINALITY AS t (text, place)""";

  private static final String APPEND =
      """
      WITH added AS (
        INSERT INTO score_event (score_id, number, event)
        SELECT $1::uuid, t.number, t.event::json
        FROM unnest($2::integer[], $3::text[]) AS t (number, event)
        ON CONFLICT DO NOTHING RETURNING number, event, event ->> 'event' AS kind),
      counted AS (
        UPDATE response r SET
          scored = a.number,
          claims = (a.event ->> 'claims')::integer,
          supported = (a.event ->> 'supported')::integer,
          contradicted = (a.event ->> 'contradicted')::integer,
          omitted = (a.event ->> 'omitted')::integer
        FROM added a
        WHERE a.kind = 'scored'
          AND r.score_id = $1::uuid AND r.number = (a.event ->> 'response')::integer)
      UPDATE score SET state = a.kind
      FROM added a
      WHERE score.id = $1::uuid AND a.kind IN ('completed', 'failed')""";

  private static final String EVENTS =
      """
      SELECT number, event::text AS event FROM score_event
      WHERE score_id = $1 AND number >= $2 ORDER BY number""";

  private static final String SCORES =
      """
      SELECT s.*,
        (SELECT array_agg(r.text ORDER BY r.number) FROM response r WHERE r.score_id = s.id)
          AS responses
      FROM score s
      """;

  private static final String FIND = SCORES + "WHERE s.id = $1";

  private static final String LIST =
      """
      SELECT s.id, s.picture, s.question, s.fingerprint, s.state, s.created,
        (SELECT array_agg(e.event::text ORDER BY r.number)
         FROM response r JOIN score_event e ON e.score_id = r.score_id AND e.number = r.scored
         WHERE r.score_id = s.id)
          AS scored
      FROM score s
      WHERE (s.created, s.id) < ($1, $2) ORDER BY s.created DESC, s.id DESC LIMIT $3""";

  private static final String DELETE = "DELETE FROM score WHERE id = $1";

  private static final String FAIL_WATCHED =
      """
      WITH lost AS (
        UPDATE score SET state = 'failed'
        WHERE owner = $1 AND state = 'running' AND NOT detached RETURNING id)
      INSERT INTO score_event (score_id, number, event)
      SELECT
        lost.id,
        (SELECT coalesce(max(e.number) + 1, 0) FROM score_event e WHERE e.score_id = lost.id),
        $2::text::json
      FROM lost""";

  private static final String UNFINISHED =
      SCORES + "WHERE s.owner = $1 AND s.state = 'running' AND s.detached ORDER BY s.created, s.id";

  private static final ScoreEvent.Failed LOST =
      new ScoreEvent.Failed(
          ErrorCode.STOPPING,
          "The server ended before the score was done. Send the request again.");

  private final Database database;

  public PgScoreStore(Database database) {
    this.database = requireNonNull(database, "database");
  }

  @Override
  public Future<Void> begin(StoredScore score) {
    if (Stream.concat(score.responses().stream(), Stream.ofNullable(score.question()))
        .anyMatch(text -> text.indexOf('\0') >= 0))
      return Future.failedFuture(
          new Failure(
              ErrorCode.REQUEST_INVALID,
              "A question or response holds the character U+0000, which cannot be stored."
                  + " Send it without."));
    return database
        .run(BEGIN, ScoreRows.values(score))
        .<Void>mapEmpty()
        .recover(
            thrown ->
                notFound(thrown, "The image " + score.picture() + " is gone. Send it again."));
  }

  @Override
  public Future<Void> append(ScoreId id, List<Numbered> events) {
    if (events.isEmpty()) return Future.succeededFuture();
    Integer[] numbers = events.stream().map(Numbered::number).toArray(Integer[]::new);
    String[] texts =
        events.stream().map(event -> EventJson.write(event.event())).toArray(String[]::new);
    return database
        .run(APPEND, Tuple.of(id.value(), numbers, texts))
        .<Void>mapEmpty()
        .recover(thrown -> notFound(thrown, "The score " + id + " has been deleted."));
  }

  private static <T> Future<T> notFound(Throwable thrown, String message) {
    return Future.failedFuture(
        DatabaseFailure.foreignKey(thrown)
            ? new Failure(ErrorCode.NOT_FOUND, message, thrown)
            : thrown);
  }

  @Override
  public Future<Optional<StoredScore>> find(ScoreId id) {
    return database
        .run(FIND, Tuple.of(id.value()))
        .map(rows -> ScoreRows.of(rows, ScoreRows::score).stream().findFirst());
  }

  @Override
  public Future<List<Numbered>> events(ScoreId id, int from) {
    return database.read(
        EVENTS, Tuple.of(id.value(), from), rows -> ScoreRows.of(rows, ScoreRows::event));
  }

  @Override
  public Future<Page> list(@Nullable String cursor, int limit) {
    try {
      if (!(1 <= limit && limit <= LARGEST_PAGE))
        throw new Failure(
            ErrorCode.REQUEST_INVALID,
            "limit is " + limit + "; it must be in 1.." + LARGEST_PAGE + ".");
      Cursor after = Cursor.parse(cursor);
      return database.read(
          LIST,
          Tuple.of(after.time(), after.id(), limit + 1),
          rows -> page(ScoreRows.of(rows, ScoreRows::summary), limit));
    } catch (Failure refused) {
      return Future.failedFuture(refused);
    }
  }

  /** One score more than the limit was asked for: whether it is there tells of a next page. */
  private static Page page(List<Summary> found, int limit) {
    if (found.size() <= limit) return new Page(found, null);
    Summary last = found.get(limit - 1);
    return new Page(found.subList(0, limit), new Cursor(last.created(), last.id().value()).text());
  }

  @Override
  public Future<Boolean> delete(ScoreId id) {
    return database.run(DELETE, Tuple.of(id.value())).map(rows -> rows.rowCount() > 0);
  }

  @Override
  public Future<List<StoredScore>> takeUp(String owner) {
    return database
        .run(FAIL_WATCHED, Tuple.of(owner, EventJson.write(LOST)))
        .compose(_ -> database.run(UNFINISHED, Tuple.of(owner)))
        .map(rows -> ScoreRows.of(rows, ScoreRows::score));
  }
}
