package decompgen.domain.benchmark;

import static java.util.Objects.requireNonNull;

import decompgen.domain.claim.Claim;
import decompgen.domain.verdict.Judgement;
import decompgen.domain.verdict.Verdict;
import java.util.List;

/** A claim with its verdict, its score in [0,1], and the judgements they rest on. */
public record DecidedClaim(Claim claim, Verdict verdict, double score, List<Judgement> judgements) {
  public DecidedClaim {
    requireNonNull(claim, "claim");
    requireNonNull(verdict, "verdict");
    judgements = List.copyOf(judgements);
  }
}
