package decompgen.domain.verdict;

import java.util.Locale;

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

  /** The word on the wire: {@code not-applicable}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
