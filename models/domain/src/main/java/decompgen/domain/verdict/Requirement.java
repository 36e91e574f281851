package decompgen.domain.verdict;

import decompgen.domain.claim.Claim;

/**
 * What the verdict on a required claim means for those that require it. A claim requires a thing to
 * be there; a claim that denies the thing says the opposite, so that a contradicted absence voids
 * nothing.
 */
public enum Requirement {
  /** The thing is there: all rules judge. */
  MET,
  /** Nobody knows whether it is there: only rules that {@link Rule#judgesOpenly} judge. */
  OPEN,
  /** It is not there: the claim is not applicable, so that nothing is punished twice. */
  VOID;

  /** What one required claim and its verdict mean. */
  public static Requirement of(Claim required, Verdict verdict) {
    return switch (required.negative() ? verdict.flipped() : verdict) {
      case SUPPORTED -> MET;
      case UNANSWERABLE -> OPEN;
      case CONTRADICTED, NOT_APPLICABLE -> VOID;
    };
  }

  /** Both together: the graver one. */
  public Requirement and(Requirement other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Whether a rule may judge under it. */
  public boolean admits(Rule rule) {
    return switch (this) {
      case MET -> true;
      case OPEN -> rule.judgesOpenly();
      case VOID -> false;
    };
  }

  /** The verdict when no rule judges: not applicable when void, else unanswerable. */
  public Verdict otherwise() {
    return this == VOID ? Verdict.NOT_APPLICABLE : Verdict.UNANSWERABLE;
  }
}
