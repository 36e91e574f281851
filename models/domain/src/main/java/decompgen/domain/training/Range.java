package decompgen.domain.training;

/** Checks of settings; each names the key and the bad value. */
final class Range {
  private Range() {}

  static void check(boolean holds, String key, Object value, String range) {
    if (!holds) throw new IllegalArgumentException(key + ": " + value + " is not " + range);
  }
}
