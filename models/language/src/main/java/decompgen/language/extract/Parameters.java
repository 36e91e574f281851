package decompgen.language.extract;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What is not said of the picture: "a red fox::2 --ar 16:9", "six cups - Stock Photo - 123". */
final class Parameters {
  private static final Pattern SETTING =
      Pattern.compile(
          "::\\s?-?[\\d.]*|(?i:\\b(?:4|8|16|32) ?k\\b)|(?<=\\s)--[a-z]+(?:\\s+[\\d.:]+)?(?=(?:\\s+--[a-z].*)?\\s*$)");

  /** What sellers of photos put after a title. */
  private static final Pattern OFFER =
      Pattern.compile(
          "(?i)(?:^|(?<=\\w)[\\s,-]+)(?:royalty[- ]free|(?:royalty[- ]free )?(?:stock|premium) (?:photos?|images?"
              + "|pictures?|vectors?|illustrations?|photography))(?:\\s*[-–|©:].*)?[\\s.]*$");

  /** The same without a mark between: "three owls photo", "two cats free vector". */
  private static final Pattern MEDIUM =
      Pattern.compile(
          "(?i)(?<=[a-z]{2}[^s]s|men|children|mice|sheep|fish)(?: free)?"
              + " (?:photos?|pictures?|images?|vector(?: art| images?)?|clip ?art|(?:hd )?wallpapers?)\\s*$");

  /** Between the parts of a title: "six cups | for sale". */
  private static final Pattern BETWEEN = Pattern.compile("(?<=\\s)[-–|](?=\\s)");

  private Parameters() {}

  /** The text with blanks in their place; commas where a part ends. */
  static String blanked(String text) {
    String blanked = SETTING.matcher(text).replaceAll(Parameters::blank);
    blanked =
        OFFER
            .matcher(blanked)
            .replaceFirst(offer -> ", " + " ".repeat(Math.max(0, offer.group().length() - 2)));
    blanked = MEDIUM.matcher(blanked).replaceFirst(medium -> " ".repeat(medium.group().length()));
    return BETWEEN.matcher(blanked).replaceAll(",");
  }

  private static String blank(MatchResult setting) {
    String blanks = " ".repeat(setting.group().length() - 1);
    return (setting.group().startsWith(":") ? "," : " ") + blanks;
  }
}
