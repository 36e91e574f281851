package decompgen.domain.claim;

import java.util.Locale;

/** What a claim is about; the lower-case name is the word on the wire. */
public enum Aspect {
  OBJECT,
  COUNT,
  ATTRIBUTE,
  RELATION,
  SPATIAL,
  SCALE,
  TEXT;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
