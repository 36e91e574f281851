package decompgen.domain.verdict;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * One expert's ruling on one claim: who, by which version, what, and how long it took from asking
 * to answer.
 */
public record Judgement(int claim, String expert, String version, Ruling ruling, Duration took) {
  public Judgement {
    if (!(claim >= 0)) throw new IllegalArgumentException("claim: " + claim);
    requireNonNull(expert, "expert");
    requireNonNull(version, "version");
    requireNonNull(ruling, "ruling");
    requireNonNull(took, "took");
  }

  /** The same expert's judgement with another ruling. */
  public Judgement with(Ruling other) {
    return new Judgement(claim, expert, version, other, took);
  }
}
