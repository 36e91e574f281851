package decompgen.domain.benchmark;

import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;

import decompgen.domain.claim.Aspect;
import decompgen.domain.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

  /** The claim that decides the sentence, the least likely decided one; empty when undecided. */
  public Optional<DecidedClaim> deciding() {
    return claims.stream()
        .filter(claim -> claim.verdict().decided())
        .min(Comparator.comparingDouble(DecidedClaim::score));
  }

  /** P(sentence true), in [0,1]: that of the claim that decides it; .5 when undecided. */
  public double score() {
    return deciding().map(DecidedClaim::score).orElse(.5);
  }

  /**
   * What the sentence is about: the aspect of the claim that decides it or, when undecided, of its
   * last claim, which in English mostly says what the ones before it are introduced for. Empty when
   * it has no claims.
   */
  public Optional<Aspect> aspect() {
    return deciding()
        .or(() -> claims.isEmpty() ? Optional.empty() : Optional.of(claims.getLast()))
        .map(decided -> decided.claim().aspect());
  }

  /** Whether the verdict is decided and agrees with the label. */
  public boolean right() {
    return verdict() == (sentence.holds() ? SUPPORTED : CONTRADICTED);
  }

  private boolean any(Verdict verdict) {
    return claims.stream().anyMatch(claim -> claim.verdict() == verdict);
  }
}
