package decompgen.server.config;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes, written with its unit: {@code 512B}, {@code 64KiB}, {@code 20MiB}, {@code
 * 2GiB}.
 */
public record ByteSize(long bytes) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(B|KiB|MiB|GiB)");
  private static final Map<String, Integer> SHIFTS =
      Map.of("B", 0, "KiB", 10, "MiB", 20, "GiB", 30);

  public ByteSize {
    if (!(bytes >= 0)) throw new IllegalArgumentException("bytes: " + bytes);
  }

  public static ByteSize parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches())
      throw new IllegalArgumentException("\"" + text + "\" is no size; write it like 20MiB");
    return new ByteSize(
        Long.parseLong(matcher.group(1)) << SHIFTS.getOrDefault(matcher.group(2), 0));
  }
}
