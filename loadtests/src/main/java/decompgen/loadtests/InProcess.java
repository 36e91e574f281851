package decompgen.loadtests;

import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.ScoreId;
import decompgen.server.assembly.Assembly;
import decompgen.server.assembly.StartUp;
import decompgen.server.config.ExpertsConfig;
import decompgen.server.config.ServerConfig;
import decompgen.verticles.event.Numbered;
import decompgen.verticles.scoring.LiveScore;
import decompgen.verticles.scoring.Pipeline;
import decompgen.verticles.scoring.ScoreRequest;
import decompgen.verticles.scoring.Scoring;
import decompgen.verticles.scoring.ScoringParts;
import decompgen.verticles.store.ForgetfulImageStore;
import decompgen.verticles.store.ForgetfulScoreStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** The scoring pipeline with its lanes and verticles in this process: no HTTP, nothing stored. */
final class InProcess implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final Pipeline pipeline;
  private final Scoring scoring;

  InProcess(ServerConfig server, ExpertsConfig experts) {
    this.pipeline =
        Assembly.pipeline(server, experts, new SimpleMeterRegistry(), new StartUp(_ -> {}));
    ScoringParts parts =
        new ScoringParts(
            pipeline,
            new ForgetfulScoreStore(),
            new ForgetfulImageStore(),
            server.scoringSettings(),
            "bench");
    this.scoring = new Scoring(vertx, parts);
    join(scoring.start());
  }

  /** Milliseconds until the last {@code judged}; waits for the score's end. */
  double untilLastJudged(byte[] photo, String response) throws InterruptedException {
    ScoreRequest.Image image = new ScoreRequest.Image.Uploaded(photo);
    ScoreRequest request =
        new ScoreRequest(ScoreId.random(), image, null, List.of(response), false);
    Semaphore more = new Semaphore(0);
    long began = System.nanoTime();
    long judged = began;
    LiveScore live = join(scoring.score(request));
    try (LiveScore.Watch watch = live.watch(0, more::release)) {
      while (true) {
        Optional<Numbered> next = watch.next();
        if (next.isEmpty()) more.acquire();
        else if (next.get().event() instanceof ScoreEvent.Judged) judged = System.nanoTime();
        else if (next.get().event().terminal()) return (judged - began) / 1e6;
      }
    }
  }

  @Override
  public void close() {
    pipeline.close();
    join(vertx.close());
  }

  private static <T> T join(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
