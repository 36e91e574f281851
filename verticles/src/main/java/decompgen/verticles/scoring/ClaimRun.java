package decompgen.verticles.scoring;

import decompgen.domain.claim.Claim;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.expert.Inquiry;
import decompgen.domain.expert.Question;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.verdict.Judgement;
import decompgen.domain.verdict.Rule;
import decompgen.domain.verdict.Rulebook;
import decompgen.domain.verdict.Ruling;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One claim before its judges, all at once; each verdict is told as it lands. */
final class ClaimRun {
  private static final String CLASSIFIER = "classifier";
  private static final Boxes UNSEEN = new Boxes(List.of(), Map.of());

  private final ScoreRun score;
  private final int response;
  private final Claim claim;

  ClaimRun(ScoreRun score, int response, Claim claim) {
    this.score = score;
    this.response = response;
    this.claim = claim;
  }

  /** The judgements of these rules, in their order, less those that failed. */
  List<Judgement> judge(List<Rule> rules) {
    List<Future<Optional<Judgement>>> judged =
        rules.stream().map(rule -> score.fork().branch(() -> judgeOrTell(rule))).toList();
    Future.all(judged).await();
    return judged.stream().flatMap(judgement -> judgement.result().stream()).toList();
  }

  private Optional<Judgement> judgeOrTell(Rule rule) {
    try {
      return Optional.of(judge(rule));
    } catch (Throwable thrown) {
      Failure failure = Failure.of(thrown);
      if (failure.code() == ErrorCode.CANCELLED) throw failure;
      score.tell(
          new ScoreEvent.ExpertFailed(
              response, rule.judge(), List.of(claim.id()), failure.code(), failure.detail()));
      return Optional.empty();
    }
  }

  private Judgement judge(Rule rule) {
    long began = System.nanoTime();
    Boxes located = rule.needsBoxes() ? located() : UNSEEN;
    List<Evidence> answers = answers(rule.expert(), rule.questions(claim, located));
    Ruling ruling = Rulebook.judge(rule, claim, located, answers);
    String version = score.pipeline().expert(rule.expert()).version();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    Judgement judgement = new Judgement(claim.id(), rule.judge(), version, ruling, took);
    score.tell(
        new ScoreEvent.Judged(
            response,
            claim.id(),
            rule.judge(),
            version,
            ruling.verdict(),
            ruling.score(),
            ruling.evidence(),
            took));
    return judgement;
  }

  /** What the detector saw, and what a closer look found for this claim. */
  private Boxes located() {
    Boxes located = score.located();
    Rulebook rulebook = score.pipeline().rulebook();
    List<Question> looks = rulebook.closerLooks(claim, located);
    return looks.isEmpty() ? located : rulebook.widened(claim, located, answers(CLASSIFIER, looks));
  }

  private List<Evidence> answers(String expert, List<Question> questions) {
    List<Future<Evidence>> asked =
        questions.stream()
            .map(question -> new Inquiry(score.picture(), question))
            .map(inquiry -> score.pipeline().expert(expert).ask(inquiry, score.cancellation()))
            .toList();
    if (!asked.isEmpty()) Future.all(asked).await();
    return asked.stream().map(Future::result).toList();
  }
}
