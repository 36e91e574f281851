package decompgen.torch.template;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as C's {@code strftime} writes them in English. */
final class Strftime {
  private static final Pattern CODE = Pattern.compile("%(-?[a-zA-Z%])");

  private static final Map<String, String> FORMATS =
      Map.ofEntries(
          Map.entry("d", "dd"),
          Map.entry("-d", "d"),
          Map.entry("m", "MM"),
          Map.entry("-m", "M"),
          Map.entry("b", "MMM"),
          Map.entry("B", "MMMM"),
          Map.entry("y", "yy"),
          Map.entry("Y", "yyyy"),
          Map.entry("a", "EEE"),
          Map.entry("A", "EEEE"),
          Map.entry("H", "HH"),
          Map.entry("I", "hh"),
          Map.entry("M", "mm"),
          Map.entry("S", "ss"),
          Map.entry("p", "a"),
          Map.entry("j", "DDD"),
          Map.entry("F", "yyyy-MM-dd"),
          Map.entry("T", "HH:mm:ss"));

  private Strftime() {}

  static String of(String format, LocalDateTime time) {
    return CODE.matcher(format)
        .replaceAll(code -> Matcher.quoteReplacement(written(code.group(1), time)));
  }

  private static String written(String code, LocalDateTime time) {
    if (code.equals("%")) return "%";
    String format = FORMATS.get(code);
    if (format == null) throw new TemplateException("no date code %" + code + " is known");
    return DateTimeFormatter.ofPattern(format, Locale.US).format(time);
  }
}
