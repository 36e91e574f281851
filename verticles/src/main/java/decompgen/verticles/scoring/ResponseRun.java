package decompgen.verticles.scoring;

import decompgen.domain.claim.Aspect;
import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Decomposition;
import decompgen.domain.claim.Sentence;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.Tally;
import decompgen.domain.verdict.Judgement;
import decompgen.domain.verdict.Requirement;
import decompgen.domain.verdict.Rule;
import decompgen.domain.verdict.Ruling;
import decompgen.domain.verdict.Verdict;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One response from its text to its tally: sentences in order, claims judged while later sentences
 * are decomposed.
 */
final class ResponseRun {
  private final ScoreRun score;
  private final int number;
  private final String text;
  private final Decomposition decomposition;
  private final List<Future<Verdict>> verdicts = new ArrayList<>();
  private final Map<Aspect, Tally> aspects = new EnumMap<>(Aspect.class);
  private Tally tally = Tally.NONE;

  ResponseRun(ScoreRun score, int number, String text, int maxClaims) {
    this.score = score;
    this.number = number;
    this.text = text;
    this.decomposition = new Decomposition(maxClaims);
  }

  ScoreEvent.Scored run() {
    long began = System.nanoTime();
    score.tell(new ScoreEvent.Responded(number, text, null, null));
    List<Sentence> sentences = score.pipeline().decomposer().sentences(text);
    for (Sentence sentence : sentences)
      decompose(sentence, sentence.number() == sentences.size() - 1);
    if (!verdicts.isEmpty()) Future.all(verdicts).await();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    return new ScoreEvent.Scored(number, tally, decomposition.omitted(), aspects, took);
  }

  private void decompose(Sentence sentence, boolean last) {
    Pipeline.Passage passage = new Pipeline.Passage(sentence, decomposition.claims());
    List<Claim> claims =
        score.pipeline().language().ask(passage, passage, score.cancellation()).await();
    Decomposition.Added added = decomposition.add(claims);
    score.tell(new ScoreEvent.Decomposed(number, sentence.number(), last, added.claims()));
    added
        .mentions()
        .forEach(
            mention ->
                score.tell(new ScoreEvent.Mentioned(number, mention.claim(), mention.spans())));
    added.claims().forEach(claim -> verdicts.add(score.fork().branch(() -> decide(claim))));
  }

  private Verdict decide(Claim claim) {
    Ruling ruling = ruling(claim);
    Verdict held = score.pipeline().rulebook().held(claim, ruling.verdict());
    tally = tally.plus(held);
    aspects.put(claim.aspect(), aspects.getOrDefault(claim.aspect(), Tally.NONE).plus(held));
    score.tell(
        new ScoreEvent.Decided(
            number, claim.id(), held, ruling.score(), tally.trust(), tally.coverage()));
    return ruling.verdict();
  }

  private Ruling ruling(Claim claim) {
    Requirement requirement = requirement(claim);
    List<Claim> required = claim.requires().stream().map(decomposition.claims()::get).toList();
    List<Rule> rules =
        score.pipeline().rulebook().rulesFor(claim, required).stream()
            .filter(requirement::admits)
            .toList();
    List<Judgement> judgements = new ClaimRun(score, number, claim).judge(rules);
    return score
        .pipeline()
        .rulebook()
        .decisive(judgements)
        .map(Judgement::ruling)
        .orElseGet(() -> new Ruling(requirement.otherwise(), .5, new Evidence.None()));
  }

  /** Waits for the verdicts on what the claim requires; these claims come before it. */
  private Requirement requirement(Claim claim) {
    List<Claim> claims = decomposition.claims();
    return claim.requires().stream()
        .map(id -> Requirement.of(claims.get(id), verdicts.get(id).await()))
        .reduce(Requirement.MET, Requirement::and);
  }
}
