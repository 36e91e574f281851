package decompgen.language.extract;

import decompgen.language.parse.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Joins two words that are one and would be read apart: "stop sign" is not to stop a sign. */
final class Merged {
  /**
   * Read as one word: a preposition, else the word after "to" is taken for a verb; an adjective.
   */
  private static final Map<String, String> READ =
      Map.of(
          "next-to",
          "beside",
          "close-to",
          "near",
          "adjacent-to",
          "beside",
          "close-up",
          "photo",
          "polka-dot",
          "plaid",
          "upside-down",
          "big");

  /** After them a rose is a flower, and bears are animals. */
  private static final Set<String> BEFORE_NOUN =
      Set.of("a", "the", "one", "single", "this", "her", "his");

  /** Begins what a verb acts on. */
  private static final Set<String> OBJECT = Set.of("the", "a", "an", "his", "her", "its", "their");

  private Merged() {}

  /** Pairs of the list become one word; names are read as their second word. */
  static List<Word> words(List<Word> words) {
    List<Word> merged = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      Word word = pieces(words.get(i));
      if (joins(words, i)) continue;
      if (!merged.isEmpty() && figure(merged.getLast(), word)) {
        Word figure = merged.removeLast();
        merged.add(figure.joined(word, figure.form() + word.form()));
        continue;
      }
      String form = merged.isEmpty() ? null : form(merged.getLast(), word);
      if (clause(words, i) && word.form().equals(form)) form = null;
      if (!merged.isEmpty() && side(merged, word)) form = "near";
      if (!merged.isEmpty() && noun(merged.getLast(), word) && !clause(words, i))
        merged.add(new Word(word.start(), word.end(), noun(word), word.said()));
      else if (form == null) merged.add(word);
      else merged.set(merged.size() - 1, merged.getLast().joined(word, form));
    }
    return merged;
  }

  /** "Snow covered the road" says what snow did. */
  private static boolean clause(List<Word> words, int at) {
    return at + 1 < words.size() && OBJECT.contains(words.get(at + 1).said());
  }

  /** "10pcs" are ten. */
  private static Word pieces(Word word) {
    return word.form().matches("\\d{1,2}(?:pcs?|pk)")
        ? new Word(word.start(), word.end(), word.form().replaceFirst("\\D+$", ""))
        : word;
  }

  /** "1 9 8 0 s", "8 k": figures that were set apart. */
  private static boolean figure(Word before, Word word) {
    return before.form().matches("\\d+")
        && before.end() + 1 == word.start()
        && (before.said().matches("\\d( \\d)*") && word.form().matches("\\d")
            || word.said().matches("k|s|d|mm|cm|th|st|nd|rd|px|hd"));
  }

  /**
   * "A red rose", "brown bears", "oak leaves", where the parser sees something rise, bear or leave.
   */
  private static boolean noun(Word before, Word word) {
    return Words.in("read-apart", word.said())
        && (BEFORE_NOUN.contains(before.said())
            || Words.in("color", before.said())
            || Words.in("foliage", before.said())
            || Words.number(before.said()).isPresent());
  }

  /** A noun that is no verb, in the same number. */
  private static String noun(Word word) {
    return word.said().endsWith("s") ? "tulips" : "tulip";
  }

  /** The hyphens of "black-and-white", "polka-dot". */
  private static boolean joins(List<Word> words, int at) {
    return words.get(at).form().equals("-")
        && (at > 0 && words.get(at - 1).said().equals("polka")
            || at + 1 < words.size() && words.get(at + 1).said().equals("and")
            || at > 0 && words.get(at - 1).said().equals("and"));
  }

  /** "Left of the car", but not "to the left of the car", which is read well. */
  private static boolean side(List<Word> merged, Word second) {
    Word first = merged.getLast();
    boolean noun = merged.size() > 1 && merged.get(merged.size() - 2).said().equals("the");
    return !noun
        && Set.of("left", "right").contains(first.said())
        && Set.of("of", "to").contains(second.said());
  }

  private static @Nullable String form(Word first, Word second) {
    String pair = first.said() + "-" + second.said();
    if (Words.in("merged", pair)) return second.form();
    return READ.get(pair);
  }
}
