package decompgen.domain.claim;

import java.util.Locale;

/**
 * Whether a claim says that something is so, or that it is not ("no people", "there isn't a dog").
 */
public enum Polarity {
  POSITIVE,
  NEGATIVE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
