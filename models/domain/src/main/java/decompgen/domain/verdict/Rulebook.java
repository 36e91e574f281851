package decompgen.domain.verdict;

import static java.util.Objects.requireNonNull;

import decompgen.domain.claim.Claim;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import java.util.List;
import java.util.Optional;

/**
 * The rules in force, in the order in which their verdicts count.
 *
 * @param version names rules and thresholds, part of every score's fingerprint
 */
public record Rulebook(String version, List<Rule> rules) {
  public Rulebook {
    requireNonNull(version, "version");
    rules = List.copyOf(rules);
  }

  /** The rules that judge the claim, first counts first. */
  public List<Rule> rulesFor(Claim claim) {
    return rules.stream().filter(rule -> rule.judges(claim)).toList();
  }

  /** The rule's ruling on the claim as it stands, turned round when the claim denies. */
  public static Ruling judge(Rule rule, Claim claim, Boxes located, List<Evidence> answers) {
    Ruling ruling = rule.rule(claim, located, answers);
    return claim.negative() ? ruling.flipped() : ruling;
  }

  /**
   * The judgement that decides the claim: the first decisive one in the order given, else the
   * first.
   */
  public Optional<Judgement> decisive(List<Judgement> judgements) {
    return judgements.stream()
        .filter(judgement -> judgement.ruling().verdict().decided())
        .findFirst()
        .or(() -> judgements.stream().findFirst());
  }
}
