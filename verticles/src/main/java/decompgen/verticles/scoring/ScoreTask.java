package decompgen.verticles.scoring;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureId;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.Tally;
import decompgen.verticles.event.Numbered;
import decompgen.verticles.lane.Place;
import decompgen.verticles.store.StoredScore;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request from its admission to its end, reading top to bottom on a virtual thread. */
final class ScoreTask {
  private static final Logger LOG = LoggerFactory.getLogger(ScoreTask.class);

  private final Scoring scoring;
  private final ScoringParts parts;
  private final ScoreRequest request;
  private final LiveScore live;
  private final Context context;
  private final boolean again;
  private final AtomicBoolean late = new AtomicBoolean();
  private final long began = System.nanoTime();

  ScoreTask(Scoring scoring, ScoreRequest request, List<Numbered> before, Context context) {
    this.scoring = scoring;
    this.parts = scoring.parts();
    this.request = request;
    this.live = new LiveScore(request.id(), request.detached(), before);
    this.context = context;
    this.again = !before.isEmpty();
  }

  /**
   * Runs to the end; {@code started} ends as soon as the first event can be seen, or badly before
   * there is any.
   */
  void run(Promise<LiveScore> started) {
    List<Place> places = List.of();
    long timer = scoring.vertx().setTimer(parts.settings().deadline().toMillis(), _ -> overdue());
    Cancellation.Registration stop = scoring.onCut(() -> live.cancellation().cancel());
    try {
      places = admit();
      ScoreRun run = begin();
      scoring.began(live);
      started.complete(live);
      finish(run);
    } catch (Throwable thrown) { // await throws what the future failed with, checked or not
      started.tryFail(told(Failure.of(thrown)));
    } finally {
      scoring.vertx().cancelTimer(timer);
      stop.close();
      places.forEach(Place::close);
      scoring.ended(request.id());
    }
  }

  private List<Place> admit() {
    if (scoring.stopping())
      throw new Failure(
          ErrorCode.STOPPING, "The server is stopping: send the request again when it is back.");
    int responses = request.responses().size();
    if (responses > parts.settings().maxResponses())
      throw new Failure(
          ErrorCode.TOO_MANY_RESPONSES,
          "There are %d responses: send at most %d in one request."
              .formatted(responses, parts.settings().maxResponses()));
    request.responses().forEach(this::requireReadable);
    return parts.pipeline().admit();
  }

  private void requireReadable(String response) {
    if (response.isBlank())
      throw new Failure(
          ErrorCode.RESPONSE_EMPTY,
          "A response has no text: send what the model wrote about the image.");
    int most = parts.settings().maxCharacters();
    if (response.length() > most)
      throw new Failure(
          ErrorCode.RESPONSE_TOO_LONG,
          "A response has %d characters: send at most %d.".formatted(response.length(), most));
  }

  private ScoreRun begin() {
    byte[] bytes = bytes();
    PictureId id = scoring.vertx().executeBlocking(() -> PictureId.of(bytes), false).await();
    Picture picture = parts.pipeline().decode().ask(id, bytes, live.cancellation()).await();
    if (!again) live.append(new ScoreEvent.Accepted(request.id(), request.responses().size()));
    Future<Void> begun = again ? Future.succeededFuture() : keep(id, bytes);
    if (request.detached()) begun.await();
    return new ScoreRun(parts, begun, live, new Fork(context), picture);
  }

  private byte[] bytes() {
    return switch (request.image()) {
      case ScoreRequest.Image.Uploaded(var bytes) -> bytes;
      case ScoreRequest.Image.Stored(var id) ->
          parts
              .images()
              .find(id)
              .await()
              .orElseThrow(
                  () ->
                      new Failure(
                          ErrorCode.NOT_FOUND,
                          "No image has the id " + id + ": put it first, or send the file."));
    };
  }

  /** Writes image and score while the models work. */
  private Future<Void> keep(PictureId picture, byte[] bytes) {
    StoredScore stored =
        new StoredScore(
            request.id(),
            picture,
            request.question(),
            request.responses(),
            parts.pipeline().fingerprint(),
            parts.owner(),
            request.detached(),
            StoredScore.State.RUNNING,
            Instant.now().truncatedTo(ChronoUnit.MICROS));
    return parts.images().put(bytes).compose(_ -> parts.scores().begin(stored));
  }

  private void finish(ScoreRun run) {
    try {
      log(run.run(request.responses(), parts.settings().maxClaims()));
    } catch (Throwable thrown) {
      fail(run, told(Failure.of(thrown)));
    }
  }

  private void overdue() {
    late.set(true);
    live.cancellation().cancel();
  }

  /** What is told of a failure: that it was too late, when that is why the work was cut short. */
  private Failure told(Failure failure) {
    if (!late.get()) return failure;
    return new Failure(
        ErrorCode.DEADLINE_EXCEEDED,
        "The score was not done within %d s: send fewer or shorter responses, or try again when the server is less busy."
            .formatted(parts.settings().deadline().toSeconds()),
        failure);
  }

  /**
   * Ends the stream badly. A detached score that a stop or a lost database cuts short stays as it
   * is stored, to be taken up again.
   */
  private void fail(ScoreRun run, Failure failure) {
    live.cancellation().cancel();
    ScoreEvent.Failed last = new ScoreEvent.Failed(failure.code(), detail(failure));
    boolean databaseLost = failure.code() == ErrorCode.DATABASE_UNAVAILABLE;
    if (!(request.detached() && (scoring.stopping() || databaseLost))) run.storeFailure(last);
    else scoring.again(request);
    live.fail(last);
  }

  /** What went wrong inside is for the log, not for clients. */
  private String detail(Failure failure) {
    if (failure.code().kind() != ErrorCode.Kind.INTERNAL) return failure.detail();
    LOG.error("score {} failed", live.id(), failure);
    return "The server's log says more under score " + live.id() + ".";
  }

  /** A watched score is told of by the request that watches it. */
  private void log(List<ScoreEvent.Scored> scored) {
    if (!request.detached()) return;
    LOG.info(
        "score {}: {} ms, {} claims, trust {}",
        live.id(),
        (System.nanoTime() - began) / 1_000_000,
        scored.stream().mapToInt(one -> one.tally().claims()).sum(),
        scored.stream().map(one -> trust(one.tally())).collect(Collectors.joining(" ")));
  }

  private static String trust(Tally tally) {
    return tally.trust().isPresent() ? "%.2f".formatted(tally.trust().getAsDouble()) : "-";
  }
}
