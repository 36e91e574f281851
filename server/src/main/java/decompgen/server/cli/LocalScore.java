package decompgen.server.cli;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
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
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** A score in the command line's own process: the same pipeline, nothing stored. */
final class LocalScore {
  private LocalScore() {}

  static void run(
      ServerConfig server, ExpertsConfig experts, ScoreRequest request, EventListener listener) {
    Vertx vertx = Vertx.vertx();
    try (Pipeline pipeline =
        LoadingBar.during(Assembly.STEPS, start -> load(server, experts, start))) {
      ForgetfulImageStore images = new ForgetfulImageStore();
      ScoringParts parts =
          new ScoringParts(
              pipeline,
              new ForgetfulScoreStore(),
              images,
              server.scoringSettings(),
              "command line");
      Scoring scoring = new Scoring(vertx, parts);
      join(scoring.start());
      follow(join(scoring.score(request)), listener);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private static Pipeline load(ServerConfig server, ExpertsConfig experts, StartUp start) {
    return Assembly.pipeline(server, experts, new SimpleMeterRegistry(), start);
  }

  private static void follow(LiveScore live, EventListener listener) {
    Semaphore more = new Semaphore(0);
    try (LiveScore.Watch watch = live.watch(0, more::release)) {
      while (true) {
        Optional<Numbered> next = watch.next();
        if (next.isEmpty()) more.acquire();
        else listener.hear(next.get().event());
        if (next.filter(told -> told.event().terminal()).isPresent()) return;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failure(ErrorCode.CANCELLED, "interrupted", stopped);
    }
  }

  private static <T> T join(Future<T> future) {
    return StartUp.join(future.toCompletionStage().toCompletableFuture());
  }
}
