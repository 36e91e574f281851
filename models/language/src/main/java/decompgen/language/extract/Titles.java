package decompgen.language.extract;

import decompgen.language.parse.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads titles as sentences: "Group of Seven Friends" is not the name of a group. */
final class Titles {
  private static final int SHORT = 3;
  private static final int FEWEST = 3;

  private Titles() {}

  /** The words in lower case where all long ones but the first are capitalised. */
  static List<Word> lowered(List<Word> words) {
    List<Word> telling = new ArrayList<>();
    for (int i = 1; i < words.size(); i++)
      if (telling(words.get(i)) && !hyphen(words.get(i - 1))) telling.add(words.get(i));
    boolean title = telling.size() >= FEWEST && telling.stream().allMatch(Titles::capital);
    return title ? words.stream().map(Titles::lower).toList() : counting(words);
  }

  /** "Photo of Ten Buses": a number and what it counts are no name, "Ten US soldiers" has one. */
  private static List<Word> counting(List<Word> words) {
    List<Word> lowered = new ArrayList<>(words);
    for (int i = 0; i < words.size(); i++)
      if (Words.number(words.get(i).said()).isPresent()) {
        int end = i + 1;
        while (end < words.size()
            && (name(words.get(end).form())
                || hyphen(words.get(end))
                || hyphen(words.get(end - 1)))) end++;
        boolean whole = end == words.size() || closes(words.get(end));
        for (int at = i; at < (whole ? end : i + 1); at++) lowered.set(at, lower(words.get(at)));
      }
    return lowered;
  }

  /** "Buses", but not "US". */
  private static boolean name(String form) {
    return letters(form) && form.matches("\\p{Lu}\\p{L}*\\p{Ll}");
  }

  /** What no name goes over. */
  private static boolean closes(Word word) {
    return !letters(word.form()) || EnglishWords.joint(word.said());
  }

  private static boolean telling(Word word) {
    return word.form().length() > SHORT
        && letters(word.form())
        && !word.form().equals(QuotedWords.FORM);
  }

  /** The "-" of "Hand-drawn", whose second word no title capitalises. */
  private static boolean hyphen(Word word) {
    return word.form().equals("-");
  }

  private static boolean letters(String form) {
    return form.codePoints().allMatch(Character::isLetter);
  }

  private static boolean capital(Word word) {
    return Character.isUpperCase(word.form().codePointAt(0));
  }

  private static Word lower(Word word) {
    if (word.form().equals(QuotedWords.FORM)) return word;
    return new Word(word.start(), word.end(), word.form().toLowerCase(Locale.ROOT), word.said());
  }
}
