package decompgen.torch.template;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Backslash escapes of Python's strings; unknown ones stay as they are. */
final class Escapes {
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(\n)|(.))", Pattern.DOTALL);

  private Escapes() {}

  /**
   * @throws IllegalArgumentException when an escape is beyond Unicode
   */
  static String unescaped(String written) {
    return ESCAPE.matcher(written).replaceAll(match -> Matcher.quoteReplacement(denoted(match)));
  }

  private static String denoted(MatchResult match) {
    for (int i = 1; i <= 3; i++)
      if (match.group(i) != null) return Character.toString(Integer.parseInt(match.group(i), 16));
    if (match.group(4) != null) return "";
    return switch (match.group(5)) {
      case "n" -> "\n";
      case "t" -> "\t";
      case "r" -> "\r";
      case "b" -> "\b";
      case "f" -> "\f";
      case "a" -> "\u0007";
      case "v" -> "\u000b";
      case "0" -> "\0";
      case "\\", "'", "\"" -> match.group(5);
      default -> match.group();
    };
  }
}
