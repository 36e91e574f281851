package decompgen.verticles.store;

import static decompgen.verticles.store.StoreSamples.NOON;
import static decompgen.verticles.store.StoreSamples.assertFails;
import static decompgen.verticles.store.StoreSamples.await;
import static decompgen.verticles.store.StoreSamples.in;
import static decompgen.verticles.store.StoreSamples.numbered;
import static decompgen.verticles.store.StoreSamples.score;
import static decompgen.verticles.store.StoreSamples.scored;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.score.ScoreEvent.Accepted;
import decompgen.domain.score.ScoreEvent.Completed;
import decompgen.domain.score.ScoreEvent.Failed;
import decompgen.verticles.store.ScoreStore.Page;
import decompgen.verticles.store.ScoreStore.Summary;
import decompgen.verticles.store.StoredScore.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many scores: page by page, and those that a crash left unfinished. */
class PgScoreListTest extends WithStores {
  @Test
  void list_pages_newestFirstEachOnce() {
    List<Summary> begun = new ArrayList<>();
    for (int minute = 0; minute < 7; minute++) {
      // Two of each time: the id decides between them.
      StoredScore score =
          score(NOON.plusSeconds(60L * (minute / 2)), "me", false, "Response " + minute);
      await(scores.begin(score));
      begun.add(Summary.of(score, List.of()));
    }

    List<Summary> listed = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    Page page = new Page(List.of(), null);
    do {
      page = await(scores.list(page.next(), 3));
      sizes.add(page.scores().size());
      listed.addAll(page.scores());
    } while (page.next() != null);

    assertThat(sizes).containsExactly(3, 3, 1);
    assertThat(listed).containsExactlyInAnyOrderElementsOf(begun);
    assertThat(listed).isSortedAccordingTo((a, b) -> b.created().compareTo(a.created()));
  }

  @Test
  void list_lastPageIsFull_hasNoNext() {
    await(scores.begin(score("A cat.")));
    await(scores.begin(score("A dog.")));

    Page page = await(scores.list(null, 2));

    assertThat(page.scores()).hasSize(2);
    assertThat(page.next()).isNull();
  }

  @Test
  void list_scoreWithSomeResponsesDone_tellsHowTheyCameOut() {
    StoredScore score = score("A cat.", "A dog.", "A cow.");
    await(scores.begin(score));
    await(scores.append(score.id(), numbered(0, scored(2), scored(0))));

    assertThat(await(scores.list(null, 10)).scores())
        .containsExactly(Summary.of(score, List.of(scored(0), scored(2))));
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
    assertFails(ErrorCode.REQUEST_INVALID, () -> scores.list(cursor, 10));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 201})
  void list_limitOutOfRange_requestInvalid(int limit) {
    assertFails(ErrorCode.REQUEST_INVALID, () -> scores.list(null, limit));
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
      await(scores.begin(score));
    await(scores.append(first.id(), numbered(0, new Accepted(first.id(), 1))));
    await(scores.append(done.id(), numbered(0, new Completed(List.of(0), List.of()))));
    await(scores.append(watched.id(), numbered(0, new Accepted(watched.id(), 1))));

    assertThat(await(scores.takeUp("me"))).containsExactly(first, second);

    assertThat(await(scores.events(first.id(), 0))).hasSize(1);
    assertThat(await(scores.find(watched.id()))).contains(in(State.FAILED, watched));
    assertThat(await(scores.events(watched.id(), 1)).getFirst().event())
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.code()).isEqualTo(ErrorCode.STOPPING));
    assertThat(await(scores.events(unheard.id(), 0))).hasSize(1);
    assertThat(await(scores.find(others.id()))).isEqualTo(Optional.of(others));
    assertThat(await(scores.takeUp("me"))).containsExactly(first, second);
  }
}
