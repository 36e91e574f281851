package decompgen.domain.verdict;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/** What is held of a claim. */
public enum Verdict {
  SUPPORTED,
  CONTRADICTED,
  NOT_APPLICABLE,
  UNANSWERABLE;

  /** Whether it counts for trust. */
  public boolean decided() {
    return this == SUPPORTED || this == CONTRADICTED;
  }

  /** The verdict of the opposite claim: only decided ones change. */
  public Verdict flipped() {
    return switch (this) {
      case SUPPORTED -> CONTRADICTED;
      case CONTRADICTED -> SUPPORTED;
      case NOT_APPLICABLE, UNANSWERABLE -> this;
    };
  }

  /** Supported when it holds, else contradicted. */
  static Verdict supportedIf(boolean holds) {
    return holds ? SUPPORTED : CONTRADICTED;
  }

  /** The decided verdict that all of them give; unanswerable when they differ or are none. */
  static Verdict agreed(Collection<Verdict> verdicts) {
    Set<Verdict> different = Set.copyOf(verdicts);
    if (different.size() != 1) return UNANSWERABLE;
    Verdict only = different.iterator().next();
    return only.decided() ? only : UNANSWERABLE;
  }

  /** The word on the wire: {@code not-applicable}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
