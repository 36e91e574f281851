package decompgen.verticles.store;

import decompgen.domain.picture.PictureId;
import decompgen.domain.score.Fingerprint;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.ScoreId;
import decompgen.verticles.event.EventJson;
import decompgen.verticles.event.Numbered;
import decompgen.verticles.store.ScoreStore.Summary;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Scores and events as rows of the tables, either way. */
final class ScoreRows {
  private ScoreRows() {}

  static <T> List<T> of(RowSet<Row> rows, Function<Row, T> read) {
    return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
  }

  /** The columns of a score's row in their order, then the texts of its responses. */
  static Tuple values(StoredScore score) {
    return Tuple.of(score.id().value(), score.picture().value(), score.question())
        .addString(score.fingerprint().value())
        .addString(score.owner())
        .addBoolean(score.detached())
        .addString(word(score.state()))
        .addOffsetDateTime(score.created().atOffset(ZoneOffset.UTC))
        .addArrayOfString(score.responses().toArray(String[]::new));
  }

  static StoredScore score(Row row) {
    return new StoredScore(
        new ScoreId(row.getUUID("id")),
        new PictureId(row.getString("picture")),
        row.getString("question"),
        List.of(row.getArrayOfStrings("responses")),
        new Fingerprint(row.getString("fingerprint")),
        row.getString("owner"),
        row.getBoolean("detached"),
        state(row),
        row.getOffsetDateTime("created").toInstant());
  }

  /** A score whose row has the events that tell how its responses came out. */
  static Summary summary(Row row) {
    String[] scored = row.getArrayOfStrings("scored");
    return new Summary(
        new ScoreId(row.getUUID("id")),
        new PictureId(row.getString("picture")),
        row.getString("question"),
        new Fingerprint(row.getString("fingerprint")),
        state(row),
        row.getOffsetDateTime("created").toInstant(),
        Stream.ofNullable(scored)
            .flatMap(Arrays::stream)
            .map(text -> (ScoreEvent.Scored) EventJson.read(text))
            .toList());
  }

  static Numbered event(Row row) {
    return new Numbered(row.getInteger("number"), EventJson.read(row.getString("event")));
  }

  private static StoredScore.State state(Row row) {
    return StoredScore.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
  }

  private static String word(StoredScore.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
