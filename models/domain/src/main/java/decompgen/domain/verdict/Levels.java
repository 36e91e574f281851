package decompgen.domain.verdict;

/**
 * Two levels of a score in [0,1]: from {@code present} on a thing is held to be there, below {@code
 * absent} it is held to be missing, between them nothing is held. With {@code absent} 0 it is never
 * held to be missing.
 */
public record Levels(double present, double absent) {
  public Levels {
    if (!(0 <= absent && absent <= present && present <= 1))
      throw new IllegalArgumentException("levels: present " + present + ", absent " + absent);
  }

  /** What a score says: supported, contradicted or, between the levels, unanswerable. */
  public Verdict verdict(double score) {
    if (score >= present) return Verdict.SUPPORTED;
    return score < absent ? Verdict.CONTRADICTED : Verdict.UNANSWERABLE;
  }
}
