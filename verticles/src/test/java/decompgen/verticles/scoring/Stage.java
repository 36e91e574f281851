package decompgen.verticles.scoring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Caffeine;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.expert.Expert;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureId;
import decompgen.domain.score.ScoreId;
import decompgen.domain.verdict.CloserLook;
import decompgen.domain.verdict.Deciding;
import decompgen.domain.verdict.Rulebook;
import decompgen.domain.verdict.Thresholds;
import decompgen.verticles.lane.CachedLane;
import decompgen.verticles.lane.ExpertLane;
import decompgen.verticles.lane.Lane;
import decompgen.verticles.lane.LaneSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pipeline small enough to see through: a picture is its first byte, a sentence ends with a full
 * stop, each word is an object claim ("red-cat" an attribute of the cat that requires it,
 * "\"stop\"" a text), the detector knows "cat" and "dog" and sees cats, the reader reads "stop"
 * once its gate opens.
 */
final class Stage implements AutoCloseable {
  private static final byte SLOW = 9;

  final CountDownLatch decoding = new CountDownLatch(1);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final Vertx vertx = Vertx.vertx();
  final MemoryStore store = new MemoryStore();
  final Eyes eyes = new Eyes();
  final SlowReader reader = new SlowReader();
  final Scoring scoring;
  private final Pipeline pipeline;

  Stage(ScoringSettings settings, int places) {
    pipeline =
        new Pipeline(
            new CachedLane<>(
                new Lane<>(
                    lane("decode", places),
                    (batch, _) -> batch.stream().map(this::decoded).toList(),
                    meters),
                Caffeine.newBuilder().build()),
            new Words(),
            new Lane<>(
                lane("language", places),
                (batch, _) ->
                    batch.stream()
                        .map(passage -> new Words().decompose(passage.sentence(), passage.before()))
                        .toList(),
                meters),
            Stream.of(eyes, new CastleEyes(), reader)
                .collect(Collectors.toMap(Expert::name, expert -> lane(expert, places))),
            new Rulebook(
                "stage/1",
                StageRules.all(),
                new Deciding.FirstDecisive(),
                true,
                new CloserLook(new CastleVocabulary(), Thresholds.standard().looking())));
    scoring =
        new Scoring(vertx, new ScoringParts(pipeline, store, store.images, settings, "stage"));
    scoring.start().toCompletionStage().toCompletableFuture().join();
  }

  static ScoringSettings settings() {
    return new ScoringSettings(1, 4, 1000, 100, Duration.ofSeconds(20));
  }

  static ScoreRequest request(boolean detached, String... responses) {
    return new ScoreRequest(
        ScoreId.random(),
        new ScoreRequest.Image.Uploaded(new byte[] {7}),
        null,
        List.of(responses),
        detached);
  }

  LiveScore start(ScoreRequest request) throws Exception {
    return await(scoring.score(request));
  }

  static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  /** Why the request is refused before its first event. */
  ErrorCode refusal(ScoreRequest request) {
    Future<LiveScore> asked = scoring.score(request);
    assertThatThrownBy(() -> await(asked)).isInstanceOf(ExecutionException.class);
    return ((Failure) asked.cause()).code();
  }

  @Override
  public void close() {
    reader.gate.countDown();
    pipeline.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private ExpertLane lane(Expert expert, int places) {
    return new ExpertLane(
        expert, lane(expert.name(), places), Caffeine.newBuilder().build(), meters);
  }

  private static LaneSettings lane(String name, int places) {
    return new LaneSettings(name, places, 1, 1, Duration.ZERO);
  }

  /** A request whose picture is not decoded before the gate opens. */
  static ScoreRequest slow() {
    return new ScoreRequest(
        ScoreId.random(),
        new ScoreRequest.Image.Uploaded(new byte[] {SLOW}),
        null,
        List.of("cat."),
        false);
  }

  private Picture decoded(byte[] bytes) {
    if (bytes[0] == SLOW) {
      decoding.countDown();
      reader.await();
    }
    if (bytes[0] == 0) throw new Failure(ErrorCode.IMAGE_UNREADABLE, "zero is no picture");
    return new Picture(PictureId.of(bytes), 1, 1, new byte[3]);
  }
}
