package decompgen.verticles.store;

import static decompgen.verticles.store.StoreSamples.assertFails;
import static decompgen.verticles.store.StoreSamples.await;
import static decompgen.verticles.store.StoreSamples.in;
import static decompgen.verticles.store.StoreSamples.numbered;
import static decompgen.verticles.store.StoreSamples.score;
import static decompgen.verticles.store.StoreSamples.scored;
import static decompgen.verticles.store.embedded.TestPostgres.query;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.ScoreEvent.Accepted;
import decompgen.domain.score.ScoreEvent.Completed;
import decompgen.domain.score.ScoreEvent.Failed;
import decompgen.domain.score.ScoreEvent.Responded;
import decompgen.domain.score.ScoreId;
import decompgen.verticles.event.EventSamples;
import decompgen.verticles.event.Numbered;
import decompgen.verticles.store.StoredScore.State;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The events of a score, what they make of it, and the views on them. */
class PgScoreEventsTest extends WithStores {
  @Test
  void events_ofEveryKind_asTheyWereAppended() {
    StoredScore score = score("A cat.", "A dog.");
    await(scores.begin(score));
    List<Numbered> events = numbered(0, EventSamples.all().toArray(ScoreEvent[]::new));

    await(scores.append(score.id(), events));

    assertThat(await(scores.events(score.id(), 0))).isEqualTo(events);
    assertThat(await(scores.events(score.id(), 5))).isEqualTo(events.subList(5, events.size()));
  }

  @Test
  void events_withGaps_inOrderFromTheNumberOn() {
    StoredScore score = score("A cat.");
    await(scores.begin(score));
    Numbered ninth = new Numbered(9, new Responded(0, "A cat.", null, null));
    Numbered second = new Numbered(2, new Accepted(score.id(), 1));
    await(scores.append(score.id(), List.of(ninth)));
    await(scores.append(score.id(), List.of(second)));

    assertThat(await(scores.events(score.id(), 0))).containsExactly(second, ninth);
    assertThat(await(scores.events(score.id(), 3))).containsExactly(ninth);
  }

  @Test
  void append_numberAgain_changesNothing() throws SQLException {
    StoredScore score = score("A cat.");
    await(scores.begin(score));
    List<Numbered> events = numbered(0, new Accepted(score.id(), 1), scored(0));
    await(scores.append(score.id(), events));

    await(scores.append(score.id(), numbered(1, new Failed(ErrorCode.INTERNAL, "Not this."))));
    await(scores.append(score.id(), events));

    assertThat(await(scores.events(score.id(), 0))).isEqualTo(events);
    assertThat(await(scores.find(score.id()))).contains(score);
  }

  @Test
  void append_scored_keepsCountsTrustAndCoverageOfTheResponse() throws SQLException {
    StoredScore score = score("A dog.", "A cat.");
    await(scores.begin(score));
    await(scores.append(score.id(), numbered(7, scored(1))));

    // 2 of 3 decided are supported, 3 of 4 claims are decided.
    assertThat(
            query(
                stores.url(),
                "SELECT concat_ws(' ', number, scored, claims, supported, contradicted, omitted,"
                    + " round(trust::numeric, 4), coverage) FROM response WHERE scored IS NOT NULL"))
        .isEqualTo("1 7 4 2 1 1 0.6667 0.75");
  }

  @Test
  void append_lastEvent_setsTheState() {
    StoredScore good = score("A cat.");
    StoredScore bad = score("A cat.");
    await(scores.begin(good));
    await(scores.begin(bad));

    await(scores.append(good.id(), numbered(0, scored(0), new Completed(List.of(0), List.of()))));
    await(scores.append(bad.id(), numbered(0, new Failed(ErrorCode.MODEL_FAILED, "No."))));

    assertThat(await(scores.find(good.id()))).contains(in(State.COMPLETED, good));
    assertThat(await(scores.find(bad.id()))).contains(in(State.FAILED, bad));
  }

  @Test
  void append_deletedScore_notFound() {
    assertFails(ErrorCode.NOT_FOUND, () -> scores.append(ScoreId.random(), numbered(0, scored(0))));
  }

  @Test
  void append_nothing_isFine() {
    await(scores.append(ScoreId.random(), List.of()));
  }

  @Test
  void views_claimsJudgementsAndDecisions_areRowsOfTheEvents() throws SQLException {
    StoredScore score = score("A cat.", "A dog.");
    await(scores.begin(score));
    await(scores.append(score.id(), numbered(0, EventSamples.all().toArray(ScoreEvent[]::new))));

    assertThat(query(stores.url(), "SELECT count(*) FROM claim"))
        .isEqualTo(Integer.toString(EventSamples.claims().size()));
    assertThat(
            query(
                stores.url(),
                "SELECT concat_ws('/', response, claim, sentence, aspect, text, polarity,"
                    + " content ->> 'number') FROM claim WHERE aspect = 'count'"))
        .isEqualTo("0/1/0/count/claim 1/positive/2");
    assertThat(query(stores.url(), "SELECT count(*) FROM judgement"))
        .isEqualTo(Integer.toString(EventSamples.evidence().size()));
    assertThat(
            query(
                stores.url(),
                "SELECT concat_ws('/', response, claim, expert, version, verdict, score, millis,"
                    + " evidence -> 'boxes' -> 0 ->> 'label') FROM judgement ORDER BY evidence -> 'boxes' -> 0 LIMIT 1"))
        .isEqualTo("0/1/detector/efficientdet-lite2/1/supported/0.91/41/cat");
    assertThat(query(stores.url(), "SELECT count(*) FROM decision WHERE verdict = 'unanswerable'"))
        .isEqualTo("2");
  }
}
