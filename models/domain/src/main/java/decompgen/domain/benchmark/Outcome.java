package decompgen.domain.benchmark;

import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;

import decompgen.domain.verdict.Verdict;
import java.util.List;

/** What became of a labelled sentence. */
public record Outcome(LabelledSentence sentence, List<DecidedClaim> claims) {
  public Outcome {
    claims = List.copyOf(claims);
  }

  /**
   * Contradicted when any claim is, supported when one is and none is contradicted, else
   * unanswerable.
   */
  public Verdict verdict() {
    if (any(CONTRADICTED)) return CONTRADICTED;
    return any(SUPPORTED) ? SUPPORTED : UNANSWERABLE;
  }

  /** P(sentence true), in [0,1]: that of its least likely decided claim; .5 when undecided. */
  public double score() {
    return claims.stream()
        .filter(claim -> claim.verdict().decided())
        .mapToDouble(DecidedClaim::score)
        .min()
        .orElse(.5);
  }

  /** Whether the verdict is decided and agrees with the label. */
  public boolean right() {
    return verdict() == (sentence.holds() ? SUPPORTED : CONTRADICTED);
  }

  private boolean any(Verdict verdict) {
    return claims.stream().anyMatch(claim -> claim.verdict() == verdict);
  }
}
