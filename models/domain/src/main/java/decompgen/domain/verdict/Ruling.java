package decompgen.domain.verdict;

import static java.util.Objects.requireNonNull;

import decompgen.domain.evidence.Evidence;

/**
 * What a rule makes of evidence: a verdict, the estimate of P(claim true) in [0,1], and the
 * evidence that mattered.
 */
public record Ruling(Verdict verdict, double score, Evidence evidence) {
  public Ruling {
    requireNonNull(verdict, "verdict");
    requireNonNull(evidence, "evidence");
    if (!(0 <= score && score <= 1)) throw new IllegalArgumentException("score: " + score);
  }

  public static Ruling unanswerable(Evidence evidence) {
    return new Ruling(Verdict.UNANSWERABLE, .5, evidence);
  }

  public static Ruling notApplicable(Evidence evidence) {
    return new Ruling(Verdict.NOT_APPLICABLE, .5, evidence);
  }

  /** The ruling on the denial of what was ruled on: its score is the rest to 1, decided or not. */
  public Ruling flipped() {
    return new Ruling(verdict.flipped(), 1 - score, evidence);
  }
}
