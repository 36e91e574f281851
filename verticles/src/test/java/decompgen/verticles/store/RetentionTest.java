package decompgen.verticles.store;

import static decompgen.verticles.store.StoreSamples.IMAGE;
import static decompgen.verticles.store.StoreSamples.PICTURE;
import static decompgen.verticles.store.StoreSamples.await;
import static decompgen.verticles.store.StoreSamples.numbered;
import static decompgen.verticles.store.StoreSamples.score;
import static decompgen.verticles.store.embedded.TestPostgres.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.picture.PictureId;
import decompgen.domain.score.ScoreEvent.Completed;
import decompgen.verticles.store.Retention.Swept;
import io.vertx.core.Future;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RetentionTest extends WithStores {
  private static final Duration WEEK = Duration.ofDays(7);

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
  private Retention retention;

  @BeforeEach
  void make() {
    retention = new Retention(stores.vertx(), stores.database(), stores.images(), WEEK);
  }

  @Test
  void sweep_oldAndNewScores_theOldGo() {
    StoredScore old = begun(Duration.ofDays(8));
    StoredScore recent = begun(Duration.ofDays(6));
    end(old);
    end(recent);

    assertThat(await(retention.sweep())).isEqualTo(new Swept(1, 0));

    assertThat(await(scores.find(old.id()))).isEmpty();
    assertThat(await(scores.find(recent.id()))).isPresent();
  }

  @Test
  void sweep_oldScoreThatRuns_staysADayLonger() {
    StoredScore running = begun(Duration.ofDays(7).plusHours(23));
    StoredScore forgotten = begun(Duration.ofDays(8).plusHours(1));

    assertThat(await(retention.sweep())).isEqualTo(new Swept(1, 0));

    assertThat(await(scores.find(running.id()))).isPresent();
    assertThat(await(scores.find(forgotten.id()))).isEmpty();
  }

  @Test
  void sweep_moreThanOneBatch_allGo() {
    for (int score = 0; score < 120; score++) end(begun(Duration.ofDays(8)));

    assertThat(await(retention.sweep())).isEqualTo(new Swept(120, 0));
  }

  @Test
  void sweep_oldImageWithoutScore_goesWithItsScore() throws SQLException {
    end(begun(Duration.ofDays(8)));
    StoredScore recent = begun(Duration.ofDays(1));
    execute(stores.url(), "UPDATE picture SET put = now() - interval '8 days'");
    assertThat(await(retention.sweep())).isEqualTo(new Swept(1, 0));

    await(scores.delete(recent.id()));
    assertThat(await(retention.sweep())).isEqualTo(new Swept(0, 1));

    assertThat(await(stores.images().find(PICTURE))).isEmpty();
  }

  @Test
  void sweep_oldImagePutAgain_stays() throws SQLException {
    execute(stores.url(), "UPDATE picture SET put = now() - interval '8 days'");
    await(stores.images().put(IMAGE));

    assertThat(await(retention.sweep())).isEqualTo(new Swept(0, 0));
  }

  @Test
  void start_oldScore_isSweptAtOnceAndStopEnds() {
    StoredScore old = begun(Duration.ofDays(8));
    end(old);
    retention.start();

    while (await(scores.find(old.id())).isPresent()) Thread.onSpinWait();

    await(retention.stop());
  }

  @Test
  void stop_duringASweep_endsItAfterTheBatch() throws SQLException {
    execute(
        stores.url(),
        "INSERT INTO picture (id, put) SELECT 'sha256:' || lpad(n::text, 64, '0'),"
            + " now() - interval '8 days' FROM generate_series(1, 120) n");
    ImageStore images = new Telling(stores.images(), () -> retention.stop());
    retention = new Retention(stores.vertx(), stores.database(), images, WEEK);

    assertThat(await(retention.sweep())).isEqualTo(new Swept(0, 50));
  }

  @Test
  void retention_noAge_isRefused() {
    assertThatThrownBy(
            () -> new Retention(stores.vertx(), stores.database(), stores.images(), Duration.ZERO))
        .hasMessageContaining("age");
  }

  private StoredScore begun(Duration ago) {
    StoredScore score = score(now.minus(ago), "me", false, "A cat.");
    await(scores.begin(score));
    return score;
  }

  private void end(StoredScore score) {
    await(scores.append(score.id(), numbered(0, new Completed(List.of(0), List.of()))));
  }

  /** An image store that tells of each deletion. */
  private record Telling(ImageStore images, Runnable told) implements ImageStore {
    @Override
    public Future<PictureId> put(byte[] uploaded) {
      return images.put(uploaded);
    }

    @Override
    public Future<Optional<byte[]>> find(PictureId id) {
      return images.find(id);
    }

    @Override
    public Future<Boolean> delete(PictureId id) {
      told.run();
      return images.delete(id);
    }
  }
}
