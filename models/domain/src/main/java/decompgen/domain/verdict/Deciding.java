package decompgen.domain.verdict;

import static java.util.Comparator.comparingDouble;

import decompgen.domain.evidence.Evidence;
import java.util.List;
import java.util.Optional;

/** How one verdict is made of several judgements on a claim. */
public sealed interface Deciding {
  /** The first decisive judgement counts, in the order of the rules. */
  record FirstDecisive() implements Deciding {}

  /**
   * All judgements count: the sum of their log-odds decides when it is beyond the margin, for
   * independent experts whose scores are calibrated at base rate .5 (naive Bayes). Undecided
   * judgements weigh nothing.
   *
   * @param margin log-odds, from 0; ln 3 ≈ 1.1 is a probability of .75
   */
  record Weighted(double margin) implements Deciding {
    public Weighted {
      if (!(margin >= 0)) throw new IllegalArgumentException("margin: " + margin);
    }
  }

  /**
   * The judgement that stands for all, empty when there are none. When weighted it is the heaviest
   * one on the winning side with the ruling of all.
   */
  default Optional<Judgement> decide(List<Judgement> judgements) {
    return switch (this) {
      case FirstDecisive() -> first(judgements);
      case Weighted(double margin) -> weighted(judgements, margin);
    };
  }

  private static Optional<Judgement> first(List<Judgement> judgements) {
    return judgements.stream()
        .filter(judgement -> judgement.ruling().verdict().decided())
        .findFirst()
        .or(() -> judgements.stream().findFirst());
  }

  private static Optional<Judgement> weighted(List<Judgement> judgements, double margin) {
    double sum = judgements.stream().mapToDouble(Deciding::logOdds).sum();
    return judgements.stream()
        .filter(judgement -> judgement.ruling().verdict().decided())
        .max(comparingDouble(judgement -> logOdds(judgement) * Math.signum(sum)))
        .map(judgement -> judgement.with(ruling(sum, margin, judgement.ruling().evidence())))
        .or(() -> judgements.stream().findFirst());
  }

  private static Ruling ruling(double logOdds, double margin, Evidence evidence) {
    return new Ruling(verdict(logOdds, margin), 1 / (1 + Math.exp(-logOdds)), evidence);
  }

  private static Verdict verdict(double logOdds, double margin) {
    if (Math.abs(logOdds) <= margin) return Verdict.UNANSWERABLE;
    return logOdds > 0 ? Verdict.SUPPORTED : Verdict.CONTRADICTED;
  }

  private static double logOdds(Judgement judgement) {
    Ruling ruling = judgement.ruling();
    return ruling.verdict().decided() ? Logistic.logit(ruling.score()) : 0;
  }
}
