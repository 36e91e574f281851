package decompgen.domain.verdict;

import decompgen.domain.claim.Claim;
import java.util.List;

/** Whether a claim can be judged, given what was held of the claims that it requires. */
public enum Standing {
  /** All that it requires holds: every rule judges it. */
  GIVEN,
  /** Something that it requires is not known: only rules that need no boxes judge it. */
  OPEN,
  /** Something that it requires is not so: it is not applicable, and nothing is punished twice. */
  VOID;

  /** A required claim and what was held of it. */
  public record Required(Claim claim, Verdict verdict) {}

  /**
   * The standing of a claim that requires these. A contradicted absence voids nothing: the thing is
   * there.
   */
  public static Standing of(List<Required> required) {
    return required.stream().map(Standing::of).max(Enum::compareTo).orElse(GIVEN);
  }

  private static Standing of(Required required) {
    return switch (required.verdict()) {
      case SUPPORTED -> GIVEN;
      case CONTRADICTED -> required.claim().negative() ? GIVEN : VOID;
      case NOT_APPLICABLE -> VOID;
      case UNANSWERABLE -> OPEN;
    };
  }
}
