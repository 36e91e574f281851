package decompgen.verticles.store;

import static decompgen.verticles.store.StoreSamples.IMAGE;
import static decompgen.verticles.store.StoreSamples.NOON;
import static decompgen.verticles.store.StoreSamples.PICTURE;
import static decompgen.verticles.store.StoreSamples.await;
import static decompgen.verticles.store.StoreSamples.in;
import static decompgen.verticles.store.StoreSamples.numbered;
import static decompgen.verticles.store.StoreSamples.score;
import static decompgen.verticles.store.StoreSamples.scored;
import static decompgen.verticles.store.embedded.TestPostgres.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.picture.PictureId;
import decompgen.domain.score.Fingerprint;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.ScoreEvent.Accepted;
import decompgen.domain.score.ScoreEvent.Completed;
import decompgen.domain.score.ScoreEvent.Failed;
import decompgen.domain.score.ScoreEvent.Responded;
import decompgen.domain.score.ScoreId;
import decompgen.verticles.event.EventSamples;
import decompgen.verticles.event.Numbered;
import decompgen.verticles.store.ScoreStore.Page;
import decompgen.verticles.store.ScoreStore.Summary;
import decompgen.verticles.store.StoredScore.State;
import decompgen.verticles.store.embedded.TestPostgres;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("native")
class PgScoreStoreTest {
  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx();
  private DatabaseUrl url;
  private Database database;
  private PgScoreStore store;

  @BeforeEach
  void open() throws SQLException {
    url = TestPostgres.migratedDatabase();
    database = Database.at(vertx, url, 4);
    store = new PgScoreStore(database);
    await(FileImageStore.open(vertx, folder, database).put(IMAGE));
  }

  @AfterEach
  void close() {
    await(database.close());
    await(vertx.close());
  }

  @Test
  void find_begunScore_asItWasWritten() {
    StoredScore score = score("A cat 🐈 lies\non a \"red\" sofa.", "", "A dog.");
    await(store.begin(score));

    assertThat(await(store.find(score.id()))).contains(score);
  }

  @Test
  void find_withoutQuestion_hasNone() {
    StoredScore score =
        new StoredScore(
            ScoreId.random(),
            PICTURE,
            null,
            List.of("A cat."),
            new Fingerprint("f"),
            "me",
            true,
            State.RUNNING,
            NOON);
    await(store.begin(score));

    assertThat(await(store.find(score.id()))).contains(score);
  }

  @Test
  void find_unknownScore_empty() {
    assertThat(await(store.find(ScoreId.random()))).isEmpty();
    assertThat(await(store.events(ScoreId.random(), 0))).isEmpty();
  }

  @Test
  void begin_again_leavesTheFirst() {
    StoredScore score = score("A cat.");
    await(store.begin(score));
    await(store.append(score.id(), numbered(0, new Failed(ErrorCode.CANCELLED, "Gone."))));

    await(store.begin(score));

    assertThat(await(store.find(score.id()))).contains(in(State.FAILED, score));
  }

  @Test
  void begin_pictureThatWasNotPut_notFound() {
    StoredScore score = score("A cat.");
    StoredScore other =
        new StoredScore(
            score.id(),
            PictureId.of(new byte[] {1}),
            null,
            score.responses(),
            score.fingerprint(),
            "me",
            false,
            State.RUNNING,
            NOON);

    assertFails(ErrorCode.NOT_FOUND, () -> await(store.begin(other)));
  }

  @Test
  void begin_characterThatCannotBeStored_requestInvalid() {
    assertFails(ErrorCode.REQUEST_INVALID, () -> await(store.begin(score("A \0 cat."))));
  }

  @Test
  void events_ofEveryKind_asTheyWereAppended() {
    StoredScore score = score("A cat.", "A dog.");
    await(store.begin(score));
    List<Numbered> events = numbered(0, EventSamples.all().toArray(ScoreEvent[]::new));

    await(store.append(score.id(), events));

    assertThat(await(store.events(score.id(), 0))).isEqualTo(events);
    assertThat(await(store.events(score.id(), 5))).isEqualTo(events.subList(5, events.size()));
  }

  @Test
  void events_withGaps_inOrderFromTheNumberOn() {
    StoredScore score = score("A cat.");
    await(store.begin(score));
    Numbered ninth = new Numbered(9, new Responded(0, "A cat.", null, null));
    Numbered second = new Numbered(2, new Accepted(score.id(), 1));
    await(store.append(score.id(), List.of(ninth)));
    await(store.append(score.id(), List.of(second)));

    assertThat(await(store.events(score.id(), 0))).containsExactly(second, ninth);
    assertThat(await(store.events(score.id(), 3))).containsExactly(ninth);
  }

  @Test
  void append_numberAgain_changesNothing() throws SQLException {
    StoredScore score = score("A cat.");
    await(store.begin(score));
    List<Numbered> events = numbered(0, new Accepted(score.id(), 1), scored(0));
    await(store.append(score.id(), events));

    await(store.append(score.id(), numbered(1, new Failed(ErrorCode.INTERNAL, "Not this."))));
    await(store.append(score.id(), events));

    assertThat(await(store.events(score.id(), 0))).isEqualTo(events);
    assertThat(await(store.find(score.id()))).contains(score);
  }

  @Test
  void append_scored_keepsCountsTrustAndCoverageOfTheResponse() throws SQLException {
    StoredScore score = score("A dog.", "A cat.");
    await(store.begin(score));
    await(store.append(score.id(), numbered(7, scored(1))));

    // 2 of 3 decided are supported, 3 of 4 claims are decided.
    assertThat(
            query(
                url,
                "SELECT concat_ws(' ', number, scored, claims, supported, contradicted, omitted,"
                    + " round(trust::numeric, 4), coverage) FROM response WHERE scored IS NOT NULL"))
        .isEqualTo("1 7 4 2 1 1 0.6667 0.75");
  }

  @Test
  void append_lastEvent_setsTheState() {
    StoredScore good = score("A cat.");
    StoredScore bad = score("A cat.");
    await(store.begin(good));
    await(store.begin(bad));

    await(store.append(good.id(), numbered(0, scored(0), new Completed(List.of(0), List.of()))));
    await(store.append(bad.id(), numbered(0, new Failed(ErrorCode.MODEL_FAILED, "No."))));

    assertThat(await(store.find(good.id()))).contains(in(State.COMPLETED, good));
    assertThat(await(store.find(bad.id()))).contains(in(State.FAILED, bad));
  }

  @Test
  void append_deletedScore_notFound() {
    assertFails(
        ErrorCode.NOT_FOUND, () -> await(store.append(ScoreId.random(), numbered(0, scored(0)))));
  }

  @Test
  void append_nothing_isFine() {
    await(store.append(ScoreId.random(), List.of()));
  }

  @Test
  void delete_score_takesItsEventsWithIt() throws SQLException {
    StoredScore score = score("A cat.");
    await(store.begin(score));
    await(store.append(score.id(), numbered(0, scored(0))));

    assertThat(await(store.delete(score.id()))).isTrue();

    assertThat(await(store.delete(score.id()))).isFalse();
    assertThat(await(store.find(score.id()))).isEmpty();
    assertThat(
            query(
                url, "SELECT (SELECT count(*) FROM response) + (SELECT count(*) FROM score_event)"))
        .isEqualTo("0");
  }

  @Test
  void list_pages_newestFirstEachOnce() {
    List<StoredScore> newestFirst = new ArrayList<>();
    for (int minute = 0; minute < 7; minute++) {
      // Two of each time: the id decides between them.
      StoredScore score =
          score(NOON.plusSeconds(60L * (minute / 2)), "me", false, "Response " + minute);
      await(store.begin(score));
      newestFirst.addFirst(score);
    }

    List<StoredScore> listed = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    Page page = new Page(List.of(), null);
    do {
      page = await(store.list(page.next(), 3));
      sizes.add(page.scores().size());
      page.scores().forEach(summary -> listed.add(summary.score()));
    } while (page.next() != null);

    assertThat(sizes).containsExactly(3, 3, 1);
    assertThat(listed).containsExactlyInAnyOrderElementsOf(newestFirst);
    assertThat(listed).isSortedAccordingTo((a, b) -> b.created().compareTo(a.created()));
  }

  @Test
  void list_lastPageIsFull_hasNoNext() {
    await(store.begin(score("A cat.")));
    await(store.begin(score("A dog.")));

    Page page = await(store.list(null, 2));

    assertThat(page.scores()).hasSize(2);
    assertThat(page.next()).isNull();
  }

  @Test
  void list_scoreWithSomeResponsesDone_tellsHowTheyCameOut() {
    StoredScore score = score("A cat.", "A dog.", "A cow.");
    await(store.begin(score));
    await(store.append(score.id(), numbered(0, scored(2), scored(0))));

    assertThat(await(store.list(null, 10)).scores())
        .containsExactly(new Summary(score, List.of(scored(0), scored(2))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "%%%",
        "MTox", // 1:1 has no id
        "OTk5OTk5OTk5OTk5OTk5OTk5OTk6MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw", // 20 nines
        "OTIyMzM3MjAzNjg1NDc3NTgwNzowMDAwMDAwMC0wMDAwLTAwMDAtMDAwMC0wMDAwMDAwMDAwMDA", // 2^63 - 1
      })
  void list_cursorOfNobody_requestInvalid(String cursor) {
    assertFails(ErrorCode.REQUEST_INVALID, () -> await(store.list(cursor, 10)));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101})
  void list_limitOutOfRange_requestInvalid(int limit) {
    assertFails(ErrorCode.REQUEST_INVALID, () -> await(store.list(null, limit)));
  }

  @Test
  void takeUp_afterACrash_detachedOnesGoOnAndWatchedOnesFail() {
    StoredScore second = score(NOON.plusSeconds(2), "me", true, "A cat.");
    StoredScore first = score(NOON.plusSeconds(1), "me", true, "A cat.");
    StoredScore done = score(NOON, "me", true, "A cat.");
    StoredScore watched = score(NOON, "me", false, "A cat.");
    StoredScore unheard = score(NOON, "me", false, "A cat.");
    StoredScore others = score(NOON, "you", false, "A cat.");
    for (StoredScore score : List.of(second, first, done, watched, unheard, others))
      await(store.begin(score));
    await(store.append(first.id(), numbered(0, new Accepted(first.id(), 1))));
    await(store.append(done.id(), numbered(0, new Completed(List.of(0), List.of()))));
    await(store.append(watched.id(), numbered(0, new Accepted(watched.id(), 1))));

    assertThat(await(store.takeUp("me"))).containsExactly(first, second);

    assertThat(await(store.events(first.id(), 0))).hasSize(1);
    assertThat(await(store.find(watched.id()))).contains(in(State.FAILED, watched));
    assertThat(await(store.events(watched.id(), 1)).getFirst().event())
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.code()).isEqualTo(ErrorCode.STOPPING));
    assertThat(await(store.events(unheard.id(), 0))).hasSize(1);
    assertThat(await(store.find(others.id()))).isEqualTo(Optional.of(others));
    assertThat(await(store.takeUp("me"))).containsExactly(first, second);
  }

  @Test
  void views_claimsJudgementsAndDecisions_areRowsOfTheEvents() throws SQLException {
    StoredScore score = score("A cat.", "A dog.");
    await(store.begin(score));
    await(store.append(score.id(), numbered(0, EventSamples.all().toArray(ScoreEvent[]::new))));

    assertThat(query(url, "SELECT count(*) FROM claim"))
        .isEqualTo(Integer.toString(EventSamples.claims().size()));
    assertThat(
            query(
                url,
                "SELECT concat_ws('/', response, claim, sentence, aspect, text, polarity,"
                    + " content ->> 'number') FROM claim WHERE aspect = 'count'"))
        .isEqualTo("0/1/0/count/claim 1/positive/2");
    assertThat(query(url, "SELECT count(*) FROM judgement"))
        .isEqualTo(Integer.toString(EventSamples.evidence().size()));
    assertThat(
            query(
                url,
                "SELECT concat_ws('/', response, claim, expert, version, verdict, score, millis,"
                    + " evidence -> 'boxes' -> 0 ->> 'label') FROM judgement ORDER BY evidence -> 'boxes' -> 0 LIMIT 1"))
        .isEqualTo("0/1/detector/efficientdet-lite2/1/supported/0.91/41/cat");
    assertThat(query(url, "SELECT count(*) FROM decision WHERE verdict = 'unanswerable'"))
        .isEqualTo("2");
  }

  private static void assertFails(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }
}
