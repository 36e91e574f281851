package decompgen.verticles.scoring;

import com.github.benmanes.caffeine.cache.Caffeine;
import decompgen.domain.claim.Vocabulary;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.evidence.Evidence.Label;
import decompgen.domain.evidence.Evidence.Labels;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.expert.Expert;
import decompgen.domain.expert.Inquiry;
import decompgen.domain.picture.Box;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureId;
import decompgen.domain.score.ScoreId;
import decompgen.domain.verdict.CloserLook;
import decompgen.domain.verdict.Deciding;
import decompgen.domain.verdict.Rulebook;
import decompgen.domain.verdict.Thresholds;
import decompgen.verticles.event.Numbered;
import decompgen.verticles.lane.CachedLane;
import decompgen.verticles.lane.ExpertLane;
import decompgen.verticles.lane.Lane;
import decompgen.verticles.lane.LaneSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * A pipeline small enough to see through: a picture is its first byte, a sentence ends with a full
 * stop, each word is an object claim ("red-cat" an attribute of the cat that requires it,
 * "\"stop\"" a text), the detector knows "cat" and "dog" and sees cats, the reader reads what
 * {@code readable} says once {@code readerGate} opens.
 */
final class Stage implements AutoCloseable {
  final Vertx vertx = Vertx.vertx();
  final MemoryStore store = new MemoryStore();
  final CountDownLatch readerGate = new CountDownLatch(1);
  final CountDownLatch readerRunning = new CountDownLatch(1);
  final CountDownLatch readerStopped = new CountDownLatch(1);
  final AtomicInteger detections = new AtomicInteger();
  final Scoring scoring;
  private final Pipeline pipeline;

  Stage(ScoringSettings settings, int places) {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    LaneSettings decode = lane("decode", places);
    pipeline =
        new Pipeline(
            new CachedLane<>(
                new Lane<>(
                    decode, (batch, _) -> batch.stream().map(Stage::decoded).toList(), meters),
                Caffeine.newBuilder().build()),
            new Words(),
            new Lane<>(
                lane("language", places),
                (batch, _) ->
                    batch.stream()
                        .map(passage -> new Words().decompose(passage.sentence(), passage.before()))
                        .toList(),
                meters),
            Map.of(
                "detector",
                    new ExpertLane(
                        new Eyes(),
                        lane("detector", places),
                        Caffeine.newBuilder().build(),
                        meters),
                "classifier",
                    new ExpertLane(
                        new CastleEyes(),
                        lane("classifier", places),
                        Caffeine.newBuilder().build(),
                        meters),
                "reader",
                    new ExpertLane(
                        new SlowReader(),
                        lane("reader", places),
                        Caffeine.newBuilder().build(),
                        meters)),
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
    return scoring
        .score(request)
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }

  /** All events to the end. */
  static List<Numbered> all(LiveScore live) throws InterruptedException {
    return until(live, told -> told.event().terminal());
  }

  /** The events up to the first of that kind, which must come within ten seconds. */
  static List<Numbered> until(LiveScore live, Predicate<Numbered> enough)
      throws InterruptedException {
    Semaphore more = new Semaphore(0);
    List<Numbered> heard = new ArrayList<>();
    try (LiveScore.Watch watch = live.watch(0, more::release)) {
      while (true) {
        Optional<Numbered> next = watch.next();
        if (next.isPresent()) {
          heard.add(next.get());
          if (enough.test(next.get())) return heard;
        } else if (!more.tryAcquire(10, TimeUnit.SECONDS)) {
          throw new AssertionError("no more events after " + heard);
        }
      }
    }
  }

  @Override
  public void close() {
    readerGate.countDown();
    pipeline.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static LaneSettings lane(String name, int places) {
    return new LaneSettings(name, places, 1, 1, Duration.ZERO);
  }

  private static Picture decoded(byte[] bytes) {
    if (bytes[0] == 0) throw new Failure(ErrorCode.IMAGE_UNREADABLE, "zero is no picture");
    return new Picture(PictureId.of(bytes), 1, 1, new byte[3]);
  }

  /** Sees cats, and is broken for pictures of nine. */
  private final class Eyes implements Expert {
    @Override
    public String name() {
      return "detector";
    }

    @Override
    public String version() {
      return "eyes/1";
    }

    @Override
    public List<Evidence> answer(List<Inquiry> batch, Cancellation cancellation) {
      detections.incrementAndGet();
      if (batch.getFirst().picture().id().equals(PictureId.of(new byte[] {9})))
        throw new Failure(ErrorCode.MODEL_FAILED, "eyes: sore");
      return List.of(new Boxes(List.of(), Map.of("cat", .9, "dog", .01)));
    }

    @Override
    public void close() {}
  }

  /** Knows no thing but castles, and them only by the classifier. */
  private static final class CastleVocabulary implements Vocabulary {
    @Override
    public String version() {
      return "castles/1";
    }

    @Override
    public Naming detectorClass(String noun) {
      return new Naming.Unknown(noun);
    }

    @Override
    public Set<String> classifierLabels(String noun) {
      return noun.equals("castle") ? Set.of("castle") : Set.of();
    }
  }

  /** Takes every picture for one of a castle. */
  private static final class CastleEyes implements Expert {
    @Override
    public String name() {
      return "classifier";
    }

    @Override
    public String version() {
      return "castle-eyes/1";
    }

    @Override
    public List<Evidence> answer(List<Inquiry> batch, Cancellation cancellation) {
      return List.of(new Labels(Box.WHOLE, List.of(new Label("castle", .9))));
    }

    @Override
    public void close() {}
  }

  /** Reads "stop" once its gate is open, unless it is told to stop. */
  private final class SlowReader implements Expert {
    @Override
    public String name() {
      return "reader";
    }

    @Override
    public String version() {
      return "slow/1";
    }

    @Override
    public List<Evidence> answer(List<Inquiry> batch, Cancellation cancellation) {
      readerRunning.countDown();
      cancellation.onCancel(
          () -> {
            readerStopped.countDown();
            readerGate.countDown();
          });
      try {
        if (!readerGate.await(20, TimeUnit.SECONDS))
          throw new Failure(ErrorCode.INTERNAL, "the gate stayed shut");
      } catch (InterruptedException interrupted) {
        throw new Failure(ErrorCode.INTERNAL, "interrupted", interrupted);
      }
      if (cancellation.cancelled()) throw new Failure(ErrorCode.CANCELLED, "stopped");
      return List.of(new Evidence.Lines(List.of()));
    }

    @Override
    public void close() {}
  }
}
