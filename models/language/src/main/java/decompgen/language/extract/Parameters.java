package decompgen.language.extract;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Settings for image generators that prompts carry: "a red fox::2 --ar 16:9". */
final class Parameters {
  private static final Pattern SETTING =
      Pattern.compile(
          "::\\s?-?[\\d.]*|(?<=\\s)--[a-z]+(?:\\s+[\\d.:]+)?(?=(?:\\s+--[a-z].*)?\\s*$)");

  private Parameters() {}

  /** The text with blanks in their place, a comma for a weight, which ends a part. */
  static String blanked(String text) {
    if (text.indexOf("::") < 0 && text.indexOf(" --") < 0) return text;
    return SETTING.matcher(text).replaceAll(Parameters::blank);
  }

  private static String blank(MatchResult setting) {
    String blanks = " ".repeat(setting.group().length() - 1);
    return (setting.group().startsWith(":") ? "," : " ") + blanks;
  }
}
