package decompgen.domain.benchmark;

import static java.util.stream.Collectors.toUnmodifiableMap;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Decomposer;
import decompgen.domain.claim.Decomposition;
import decompgen.domain.claim.Sentence;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.expert.Expert;
import decompgen.domain.expert.Inquiry;
import decompgen.domain.expert.Question;
import decompgen.domain.picture.Picture;
import decompgen.domain.verdict.Judgement;
import decompgen.domain.verdict.Requirement;
import decompgen.domain.verdict.Rule;
import decompgen.domain.verdict.Rulebook;
import decompgen.domain.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges the claims of a response one after the other in the calling thread: what a server does for
 * a request, without its lanes. Claims whose rule needs an expert that is not there go unjudged by
 * it.
 */
public final class SequentialJudge {
  private static final int MOST_CLAIMS = 512;

  private final Decomposer decomposer;
  private final Rulebook rules;
  private final Map<String, Expert> experts;

  public SequentialJudge(Decomposer decomposer, Rulebook rules, List<Expert> experts) {
    this.decomposer = decomposer;
    this.rules = rules;
    this.experts = experts.stream().collect(toUnmodifiableMap(Expert::name, expert -> expert));
  }

  /** All claims of the response, each with its verdict, in order. */
  public List<DecidedClaim> judge(Picture picture, String response) {
    Decomposition decomposition = new Decomposition(MOST_CLAIMS);
    for (Sentence sentence : decomposer.sentences(response))
      decomposition.add(decomposer.decompose(sentence, decomposition.claims()));
    Look look = new Look(picture, new HashMap<>());
    List<DecidedClaim> decided = new ArrayList<>();
    for (Claim claim : decomposition.claims()) decided.add(decide(claim, look, decided));
    return decided;
  }

  private DecidedClaim decide(Claim claim, Look look, List<DecidedClaim> before) {
    Requirement requirement = Requirement.MET;
    List<DecidedClaim> required = claim.requires().stream().map(before::get).toList();
    for (DecidedClaim known : required)
      requirement = requirement.and(Requirement.of(known.claim(), ruled(known)));
    List<Judgement> judgements = new ArrayList<>();
    for (Rule rule : rules.rulesFor(claim, required.stream().map(DecidedClaim::claim).toList()))
      if (requirement.admits(rule) && experts.containsKey(rule.expert()))
        judgements.add(look.judge(rule, claim));
    Optional<Judgement> decisive = rules.decisive(judgements);
    Verdict ruled =
        decisive.map(judgement -> judgement.ruling().verdict()).orElse(requirement.otherwise());
    return new DecidedClaim(
        claim,
        rules.held(claim, ruled),
        decisive.map(judgement -> judgement.ruling().score()).orElse(.5),
        judgements);
  }

  /** What its rules came to, whatever is held of it. */
  private Verdict ruled(DecidedClaim decided) {
    return rules
        .decisive(decided.judgements())
        .map(judgement -> judgement.ruling().verdict())
        .orElse(decided.verdict());
  }

  /** One picture with what was seen in it. */
  private final class Look {
    private record Asked(String expert, Question question) {}

    private final Picture picture;
    private final Map<Asked, Evidence> seen;

    Look(Picture picture, Map<Asked, Evidence> seen) {
      this.picture = picture;
      this.seen = seen;
    }

    Judgement judge(Rule rule, Claim claim) {
      long from = System.nanoTime();
      Boxes located =
          rule.needsBoxes() && experts.containsKey("detector")
              ? located(claim)
              : new Boxes(List.of(), Map.of());
      List<Evidence> answers = answers(rule.expert(), rule.questions(claim, located));
      return new Judgement(
          claim.id(),
          rule.judge(),
          expert(rule.expert()).version(),
          Rulebook.judge(rule, claim, located, answers),
          Duration.ofNanos(System.nanoTime() - from));
    }

    private Boxes located(Claim claim) {
      Boxes located = (Boxes) ask("detector", new Question.Whole());
      if (!experts.containsKey("classifier")) return located;
      return rules.widened(
          claim, located, answers("classifier", rules.closerLooks(claim, located)));
    }

    private List<Evidence> answers(String expert, List<Question> questions) {
      return questions.stream().map(question -> ask(expert, question)).toList();
    }

    private Evidence ask(String expert, Question question) {
      Asked asked = new Asked(expert, question);
      Evidence known = seen.get(asked);
      if (known != null) return known;
      Evidence answer =
          expert(expert)
              .answer(List.of(new Inquiry(picture, question)), new Cancellation())
              .getFirst();
      seen.put(asked, answer);
      return answer;
    }
  }

  private Expert expert(String name) {
    Expert expert = experts.get(name);
    if (expert == null) throw new IllegalStateException("no expert: " + name);
    return expert;
  }
}
