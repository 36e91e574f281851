package decompgen.server.config;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as configuration writes them: {@code 250ms}, {@code 10s}, {@code 5m}, {@code 12h},
 * {@code 30d}.
 */
final class Durations {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

  private Durations() {}

  static Duration parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches())
      throw new IllegalArgumentException(
          "\"" + text + "\" is no duration; write it like 250ms, 10s or 30d");
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  /** For people: {@code 5m}, {@code 1m30s}. */
  static String written(Duration duration) {
    return duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
