package decompgen.domain.verdict;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text as it is compared: compatibility forms resolved (NFKC), lower case, letters and digits only.
 *
 * @param letters all of them without the gaps between words, for readers lose gaps
 * @param words the words one by one
 */
record Wording(String letters, Set<String> words) {
  private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+");

  static Wording of(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    Set<String> words =
        Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+")
            .splitAsStream(plain)
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    return new Wording(plain.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", ""), words);
  }

  boolean isEmpty() {
    return letters.isEmpty();
  }

  /**
   * The fewest letters to insert, drop or change that make this text out of some stretch of the
   * other, as a share of this text's letters, in [0,1] (Sellers 1980: the stretch may begin and end
   * anywhere).
   */
  double distanceWithin(Wording other) {
    int[] previous = new int[other.letters.length() + 1];
    for (int i = 1; i <= letters.length(); i++) previous = row(i, previous, other.letters);
    int least = Arrays.stream(previous).min().orElseThrow();
    return letters.isEmpty() ? 0 : (double) least / letters.length();
  }

  /** The largest such distance of one of its words, for a long text hides a changed word. */
  double worstWordWithin(Wording other) {
    return words.stream()
        .mapToDouble(word -> new Wording(word, Set.of(word)).distanceWithin(other))
        .max()
        .orElse(0);
  }

  /** The runs of digits in its words: 125 of {@code GM125}. */
  Set<String> numbers() {
    return words.stream()
        .flatMap(word -> NUMBER.matcher(word).results())
        .map(MatchResult::group)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What its letters are of, Latin or Cyrillic; figures and marks are of all. */
  Set<UnicodeScript> scripts() {
    return letters
        .codePoints()
        .mapToObj(UnicodeScript::of)
        .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
        .collect(Collectors.toUnmodifiableSet());
  }

  private int[] row(int i, int[] previous, String other) {
    int[] row = new int[previous.length];
    row[0] = i;
    for (int j = 1; j < row.length; j++) {
      int changed = previous[j - 1] + (letters.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
      row[j] = Math.min(changed, Math.min(previous[j], row[j - 1]) + 1);
    }
    return row;
  }
}
