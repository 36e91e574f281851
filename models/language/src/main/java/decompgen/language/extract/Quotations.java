package decompgen.language.extract;

import decompgen.domain.claim.Claim.TextClaim;
import decompgen.language.parse.Token;
import decompgen.language.parse.Tokenizer;
import decompgen.language.parse.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what can be read in the picture: quoted words, or capitals after "reads". */
final class Quotations {
  private static final Pattern QUOTED =
      Pattern.compile(
          "\"([^\"]{1,200})\"|“([^“”]{1,200})”|„([^„“”]{1,200})[“”]|«\\s*([^«»]{1,200}?)\\s*»|‘([^‘’]{1,200})’(?!\\p{L})"
              + "|(?<![\\p{L}\\p{Nd}])'([^']{1,200})'(?!\\p{L})|``(.{1,200}?)''");
  private static final Pattern CAPITALS =
      Pattern.compile(
          "\\b(?:reads?|says?|reading|saying|words?|labell?ed|letters)[:,]? ((?:[A-Z0-9][A-Z0-9&'.:-]*)(?: [A-Z0-9][A-Z0-9&'.:-]*)*)(?![\\p{Ll}])");
  private static final Pattern EDGE = Pattern.compile("^[\\s,.;:]+|[\\s,;:.]+$");

  /** A quotation between two offsets of the sentence, its marks outside. */
  record Quotation(int start, int end, int from, int to) {}

  private Quotations() {}

  /** The quotations that the sentence offers as something to read. */
  static List<Quotation> in(String sentence) {
    List<Quotation> found = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(sentence);
    while (quoted.find())
      for (int group = 1; group <= quoted.groupCount(); group++)
        if (quoted.group(group) != null)
          trimmed(
              sentence,
              quoted.start(),
              quoted.end(),
              quoted.start(group),
              quoted.end(group),
              found);
    if (!found.isEmpty()) return readable(sentence, found) ? found : List.of();
    Matcher capitals = CAPITALS.matcher(sentence);
    while (capitals.find() && capitals.group(1).length() > 1)
      trimmed(
          sentence, capitals.start(1), capitals.end(1), capitals.start(1), capitals.end(1), found);
    return found;
  }

  private static void trimmed(
      String sentence, int start, int end, int from, int to, List<Quotation> found) {
    int left = from;
    int right = to;
    Matcher edge = EDGE.matcher(sentence.substring(from, to));
    while (edge.find())
      if (edge.start() == 0) left = from + edge.end();
      else right = from + edge.start();
    if (left < right
        && sentence.substring(left, right).codePoints().anyMatch(Character::isLetterOrDigit))
      found.add(new Quotation(start, end, left, right));
  }

  /** Whether something in the sentence can be read: a sign, a shirt, a word that says so. */
  private static boolean readable(String sentence, List<Quotation> found) {
    var outside = new StringBuilder(sentence);
    for (Quotation quotation : found.reversed())
      outside.replace(quotation.start(), quotation.end(), " ");
    return Tokenizer.words(outside.toString(), 0, outside.length()).stream()
        .map(word -> word.form().toLowerCase(java.util.Locale.ROOT))
        .anyMatch(
            form ->
                Words.in("reading", form)
                    || Words.in("reading", form.replaceFirst("(?<=..)s$", "")));
  }

  /** The words of a sentence, each quotation a single word. */
  static List<Word> words(String sentence, List<Quotation> quotations) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    for (Quotation quotation : quotations) {
      words.addAll(Tokenizer.words(sentence, at, quotation.start()));
      words.add(new Word(quotation.from(), quotation.to(), QuotedWords.FORM));
      at = quotation.end();
    }
    words.addAll(Tokenizer.words(sentence, at, sentence.length()));
    return words;
  }

  static void find(Scene scene, String sentence, Drafts drafts) {
    for (Token token : scene.tree().tokens())
      if (QuotedWords.stands(token)) {
        String quote = sentence.substring(token.start(), token.end());
        drafts.add(basis -> new TextClaim(basis, quote), List.of(token), List.of());
      }
  }
}
