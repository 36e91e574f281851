package decompgen.domain.preference;

import static java.util.Objects.requireNonNull;

/**
 * A scored response that may become a side of a pair.
 *
 * @param trust supported / decided claims, in [0,1]; not a number when none is decided
 * @param decided claims that are decided, 0 or more
 * @param words length of the response, 0 or more
 */
public record Candidate<R>(R response, double trust, int decided, int words) {
  public Candidate {
    requireNonNull(response, "response");
    if (trust < 0 || trust > 1) throw new IllegalArgumentException("trust: " + trust);
    if (decided < 0) throw new IllegalArgumentException("decided: " + decided);
    if (words < 0) throw new IllegalArgumentException("words: " + words);
  }
}
