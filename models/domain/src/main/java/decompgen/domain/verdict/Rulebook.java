package decompgen.domain.verdict;

import static java.util.Objects.requireNonNull;

import decompgen.domain.claim.Claim;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.expert.Question;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules in force, in the order in which their verdicts count.
 *
 * @param version names rules, thresholds, the way of deciding and the vocabulary, part of every
 *     score's fingerprint
 * @param crediting whether a response is credited with what it takes for granted ("the dog"), see
 *     {@link #held}
 */
public record Rulebook(
    String version,
    List<Rule> rules,
    Deciding deciding,
    boolean crediting,
    @Nullable CloserLook closerLook) {
  public Rulebook {
    requireNonNull(version, "version");
    requireNonNull(deciding, "deciding");
    rules = List.copyOf(rules);
  }

  /** A rulebook that credits. */
  public Rulebook(String version, List<Rule> rules, Deciding deciding) {
    this(version, rules, deciding, true, null);
  }

  /** One by which the first decisive judgement counts, too. */
  public Rulebook(String version, List<Rule> rules) {
    this(version, rules, new Deciding.FirstDecisive());
  }

  /** The rules that judge the claim, first counts first. */
  public List<Rule> rulesFor(Claim claim) {
    return rules.stream().filter(rule -> rule.judges(claim)).toList();
  }

  /**
   * The same, told which things the claim speaks of.
   *
   * @param required the claims that it requires, in order
   */
  public List<Rule> rulesFor(Claim claim, List<Claim> required) {
    Selection selection = Selection.of(claim, required);
    return rulesFor(claim).stream().map(rule -> rule.about(selection)).toList();
  }

  /** What the classifier is to say before the claim's rules are asked, nothing for most claims. */
  public List<Question> closerLooks(Claim claim, Boxes located) {
    return closerLook == null ? List.of() : closerLook.questions(claim, located);
  }

  /**
   * What the detector saw, widened by what the classifier named for this claim.
   *
   * @param looks one answer for each of {@link #closerLooks}, in order
   */
  public Boxes widened(Claim claim, Boxes located, List<Evidence> looks) {
    return closerLook == null ? located : closerLook.widened(claim, located, looks);
  }

  /** The rule's ruling on the claim as it stands, turned round when the claim denies. */
  public static Ruling judge(Rule rule, Claim claim, Boxes located, List<Evidence> answers) {
    Ruling ruling = rule.rule(claim, located, answers);
    return claim.negative() ? ruling.flipped() : ruling;
  }

  /**
   * The verdict on the claim when its rules come to this one. Unless it is credited, of what a
   * response takes for granted ("the dog") absence counts, presence does not. Who speaks of the dog
   * says nothing by naming it, and what is said of it has claims of its own; supported for the name
   * alone, a response would be trusted for what nobody could judge. So it is with "two dogs": the
   * number is a claim of its own.
   */
  public Verdict held(Claim claim, Verdict ruled) {
    return !crediting && claim.basis().given() && ruled == Verdict.SUPPORTED
        ? Verdict.UNANSWERABLE
        : ruled;
  }

  /** The judgement that decides the claim, empty when there are none. */
  public Optional<Judgement> decisive(List<Judgement> judgements) {
    return deciding.decide(judgements);
  }
}
