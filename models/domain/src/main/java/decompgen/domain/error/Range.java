package decompgen.domain.error;

/** Checks of settings; each names the key and the bad value. */
public final class Range {
  private Range() {}

  /**
   * @param range what the value should be: {@code 1 to 1024}
   * @throws IllegalArgumentException unless it holds
   */
  public static void check(boolean holds, String key, Object value, String range) {
    if (!holds) throw new IllegalArgumentException(key + ": " + value + " is not " + range);
  }
}
