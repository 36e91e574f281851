package decompgen.verticles.scoring;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.expert.Inquiry;
import decompgen.domain.expert.Question;
import decompgen.domain.picture.Picture;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.ScoreEvent.Scored;
import decompgen.verticles.event.Numbered;
import decompgen.verticles.store.ScoreStore;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One score from its picture to its last event, on one virtual-thread context: nothing here runs at
 * the same time as anything else of the same score. What a response came to is stored before it is
 * told.
 */
final class ScoreRun {
  private static final Logger LOG = LoggerFactory.getLogger(ScoreRun.class);

  private final Pipeline pipeline;
  private final ScoreStore store;
  private final Future<Void> begun;
  private final LiveScore live;
  private final Fork fork;
  private final Picture picture;
  private final Future<Evidence> located;

  /**
   * @param begun when the score's row is written; events follow it
   */
  ScoreRun(ScoringParts parts, Future<Void> begun, LiveScore live, Fork fork, Picture picture) {
    this.pipeline = parts.pipeline();
    this.store = parts.scores();
    this.begun = begun;
    this.live = live;
    this.fork = fork;
    this.picture = picture;
    // The detector's vocabulary is closed, so it starts before the first claim is known.
    this.located =
        pipeline
            .expert(Pipeline.DETECTOR)
            .ask(new Inquiry(picture, new Question.Whole()), cancellation());
  }

  Pipeline pipeline() {
    return pipeline;
  }

  Fork fork() {
    return fork;
  }

  Picture picture() {
    return picture;
  }

  Cancellation cancellation() {
    return live.cancellation();
  }

  /** What the detector saw; waits for it. */
  Boxes located() {
    return (Boxes) located.await();
  }

  /** Tells an event unless the score was cancelled. */
  void tell(ScoreEvent event) {
    requireRunning();
    live.append(event);
  }

  /** Runs the responses that have no {@code scored} yet, side by side, and completes the score. */
  List<Scored> run(List<String> responses, int maxClaims) {
    List<Scored> done = scored();
    List<Integer> finished = done.stream().map(Scored::response).toList();
    List<Future<Scored>> running =
        IntStream.range(0, responses.size())
            .filter(number -> !finished.contains(number))
            .mapToObj(
                number ->
                    fork.branch(
                        () ->
                            respond(
                                new ResponseRun(this, number, responses.get(number), maxClaims))))
            .toList();
    if (!running.isEmpty()) Future.all(running).await();
    List<Scored> all = new ArrayList<>(done);
    running.forEach(scored -> all.add(scored.result()));
    storeThenTell(new ScoreEvent.Completed(ranking(all), List.of()));
    return all;
  }

  private List<Scored> scored() {
    return live.events().stream()
        .map(Numbered::event)
        .filter(Scored.class::isInstance)
        .map(Scored.class::cast)
        .toList();
  }

  private Scored respond(ResponseRun response) {
    Scored scored = response.run();
    storeThenTell(scored);
    return scored;
  }

  /** Writes the event and, with a response's end, what was told of that response before. */
  private void storeThenTell(ScoreEvent event) {
    requireRunning();
    Numbered held = live.hold(event);
    begun.await();
    store
        .append(
            live.id(),
            live.upTo(held).stream().filter(told -> belongs(told.event(), event)).toList())
        .await();
    live.release(held);
  }

  /**
   * Other responses are written when they are done, so that one cut short by a crash leaves nothing
   * behind.
   */
  private static boolean belongs(ScoreEvent told, ScoreEvent end) {
    return told.ofResponse().isEmpty() || told.ofResponse().equals(end.ofResponse());
  }

  /** Writes a bad end as well as it can; the stream ends badly in any case. */
  void storeFailure(ScoreEvent.Failed failed) {
    int number = live.events().getLast().number() + 1;
    begun
        .compose(_ -> store.append(live.id(), List.of(new Numbered(number, failed))))
        .onFailure(
            lost ->
                LOG.warn("the end of score {} is not stored: {}", live.id(), lost.getMessage()));
  }

  private void requireRunning() {
    if (cancellation().cancelled())
      throw new Failure(ErrorCode.CANCELLED, "the score was cancelled");
  }

  /**
   * Numbers of the responses, most trusted first; undecided ones last, then the more covered first.
   */
  static List<Integer> ranking(List<Scored> scored) {
    Comparator<Scored> byTrust = Comparator.comparingDouble(one -> -one.tally().trust().orElse(-1));
    Comparator<Scored> byCoverage = Comparator.comparingDouble(one -> -one.tally().coverage());
    return scored.stream()
        .sorted(byTrust.thenComparing(byCoverage).thenComparing(Scored::response))
        .map(Scored::response)
        .toList();
  }
}
