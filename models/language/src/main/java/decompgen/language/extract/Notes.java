package decompgen.language.extract;

import decompgen.language.parse.Token;
import decompgen.language.parse.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads notes as sentences: "bus park on road" says that a bus parks. Without an article the parser
 * takes the deed for a thing.
 */
final class Notes {
  private static final int LONGEST = 8;
  private static final Set<String> ARTICLES =
      Set.of("the", "a", "an", "his", "her", "its", "their", "this", "that", "some", "no");

  private Notes() {}

  /** The words with the deed as a verb that nobody takes for a noun, in such a note. */
  static List<Word> finite(List<Word> words) {
    for (int i = 2; i + 1 < Math.min(words.size(), LONGEST); i++)
      if (counted(words, i)) return with(words, i, participle(words.get(i).said()));
    if (words.size() > LONGEST || words.stream().anyMatch(word -> ARTICLES.contains(word.said())))
      return words;
    for (int i = 1; i <= 2 && i + 1 < words.size(); i++)
      if (deed(words, i)) {
        String deed = words.get(i).said();
        return with(words, i, placed(words, i) ? participle(deed) : third(deed));
      }
    return words;
  }

  private static List<Word> with(List<Word> words, int at, String form) {
    List<Word> finite = new ArrayList<>(words);
    Word deed = words.get(at);
    finite.set(at, new Word(deed.start(), deed.end(), form, deed.said()));
    return finite;
  }

  /** "Two cats nap on a bed": after a number, its adjectives and a plural. */
  private static boolean counted(List<Word> words, int at) {
    String before = words.get(at - 1).said();
    boolean plural =
        before.matches(".*[^s]s|.*men|people|children|geese|mice")
            || Words.in("invariable", before);
    return plural
        && Words.in("noted", words.get(at).said())
        && !words.get(at + 1).said().equals("and")
        && Words.number(words.get(0).said()).isPresent()
        && words.subList(1, at).stream()
            .allMatch(word -> Character.isLetter(word.form().codePointAt(0)))
        && words.subList(1, at).stream().noneMatch(word -> EnglishWords.joint(word.said()));
  }

  /** After a noun in the singular, before a place or what is acted on. */
  private static boolean deed(List<Word> words, int at) {
    String before = words.get(at - 1).form();
    String after = words.get(at + 1).form();
    return Words.in("noted", words.get(at).said())
        && !before.endsWith("s")
        && Character.isLetter(before.codePointAt(0))
        && Character.isLowerCase(after.codePointAt(0))
        && words.subList(0, at).stream().noneMatch(word -> Words.in("place", word.said()));
  }

  private static boolean placed(List<Word> words, int deed) {
    String after = words.get(deed + 1).said();
    return Words.in("place", after) || Words.in("motion", after);
  }

  private static String participle(String verb) {
    if (verb.equals("lie")) return "lying";
    if (verb.equals("park")) return "parked";
    if (verb.endsWith("e")) return verb.substring(0, verb.length() - 1) + "ing";
    boolean doubles = verb.matches("[^aeiou]+[aeiou][tnmgp]");
    return verb + (doubles ? verb.substring(verb.length() - 1) : "") + "ing";
  }

  /** The "dancing" of "a robot dancing", but not the "building" of "a brick building". */
  static boolean bodily(Token deed) {
    return Words.list("bodily").stream().map(Notes::participle).anyMatch(deed.lower()::equals);
  }

  private static String third(String verb) {
    return verb.matches(".*(?:s|sh|ch|x)") ? verb + "es" : verb + "s";
  }
}
