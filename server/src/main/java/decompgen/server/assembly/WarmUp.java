package decompgen.server.assembly;

import decompgen.domain.score.ScoreId;
import decompgen.server.config.ServerConfig;
import decompgen.verticles.scoring.LiveScore;
import decompgen.verticles.scoring.Pipeline;
import decompgen.verticles.scoring.ScoreRequest;
import decompgen.verticles.scoring.Scoring;
import decompgen.verticles.scoring.ScoringParts;
import decompgen.verticles.store.ForgetfulImageStore;
import decompgen.verticles.store.ForgetfulScoreStore;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;

/**
 * The sample photos scored once before the first request, so that ready means fast; nothing of it
 * is stored.
 */
final class WarmUp {
  private WarmUp() {}

  static Future<Void> run(Vertx vertx, Pipeline pipeline, ServerConfig config) {
    ScoringParts parts =
        new ScoringParts(
            pipeline,
            new ForgetfulScoreStore(),
            new ForgetfulImageStore(),
            config.scoringSettings(),
            "warm-up");
    Scoring scoring = new Scoring(vertx, parts);
    Future<Void> done = scoring.start();
    for (Sample sample : Sample.all()) done = done.compose(_ -> scored(scoring, sample));
    return done;
  }

  private static Future<Void> scored(Scoring scoring, Sample sample) {
    ScoreRequest.Image image = new ScoreRequest.Image.Uploaded(sample.image());
    List<String> responses = List.of(sample.response() + " A sign reads \"STOP\".");
    return scoring
        .score(new ScoreRequest(ScoreId.random(), image, null, responses, false))
        .compose(WarmUp::ended);
  }

  private static Future<Void> ended(LiveScore live) {
    Promise<Void> ended = Promise.promise();
    LiveScore.Watch watch = live.watch(0, () -> completeWhenEnded(live, ended));
    completeWhenEnded(live, ended);
    return ended.future().onComplete(_ -> watch.close());
  }

  private static void completeWhenEnded(LiveScore live, Promise<Void> ended) {
    if (live.ended()) ended.tryComplete();
  }
}
