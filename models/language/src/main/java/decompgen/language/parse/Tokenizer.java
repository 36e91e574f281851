package decompgen.language.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a sentence into words as the parser's training text was cut: clitics and hyphens stand alone
 * ("is|n't", "man|'s", "light|-|blue").
 */
public final class Tokenizer {
  private static final Pattern PIECE =
      Pattern.compile(
          "\\d++(?:[.,:]\\d++)*+(?:st|nd|rd|th|s)?+(?![\\p{L}\\p{M}])"
              + "|(?:\\p{L}\\.){2,}"
              + "|(?:Mr|Mrs|Ms|Dr|St|vs|etc|approx)\\."
              + "|[\\p{L}\\p{M}\\p{Nd}]+"
              + "|['’](?:s|S|m|d|re|ve|ll)(?![\\p{L}\\p{M}])"
              + "|\\.{2,}|…|--+|``|''"
              + "|[^\\s]",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NEGATION = Pattern.compile("(?i)(.*[^n])(n)");

  private Tokenizer() {}

  /** The words of {@code text} between two offsets; offsets of the words count from its start. */
  public static List<Word> words(String text, int start, int end) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = PIECE.matcher(text).region(start, end);
    while (matcher.find()) {
      int from = matcher.start();
      int to = end(text, matcher.end(), matcher.group());
      if (negated(text, to, end, matcher.group())) {
        int split = matcher.end() - 1;
        if (split > from) words.add(word(text, from, split));
        words.add(new Word(split, to + 2, "n't"));
        matcher.region(to + 2, end);
      } else {
        words.add(word(text, from, to));
      }
    }
    return words;
  }

  /** A character beyond the basic plane is never cut in two. */
  private static int end(String text, int end, String piece) {
    boolean cut =
        piece.length() == 1
            && Character.isHighSurrogate(piece.charAt(0))
            && end < text.length()
            && Character.isLowSurrogate(text.charAt(end));
    return cut ? end + 1 : end;
  }

  private static boolean negated(String text, int at, int end, String piece) {
    if (at + 2 > end || !(NEGATION.matcher(piece).matches() || piece.equalsIgnoreCase("n")))
      return false;
    char apostrophe = text.charAt(at);
    boolean closes = at + 2 == end || !Character.isLetter(text.charAt(at + 2));
    return (apostrophe == '\'' || apostrophe == '’')
        && Character.toLowerCase(text.charAt(at + 1)) == 't'
        && closes;
  }

  /** Typographic quotes and dashes are read as the plain ones that the parser knows. */
  private static Word word(String text, int start, int end) {
    String form = text.substring(start, end);
    String plain =
        switch (form) {
          case "“", "„", "«" -> "``";
          case "”", "»" -> "''";
          case "‘" -> "`";
          case "’" -> "'";
          case "–", "—" -> "--";
          default -> form.indexOf('’') >= 0 ? form.replace('’', '\'') : form;
        };
    return new Word(start, end, plain);
  }
}
