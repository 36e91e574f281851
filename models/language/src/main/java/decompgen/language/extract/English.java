package decompgen.language.extract;

import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.List;

/** Tells English from other languages by the words that every English sentence has. */
final class English {
  private English() {}

  /** Whether two words in three are known to English, and English holds them together. */
  static boolean likely(Tree tree) {
    List<Token> words =
        tree.tokens().stream()
            .filter(
                token ->
                    Character.isLetter(token.form().codePointAt(0)) && !QuotedWords.stands(token))
            .toList();
    if (words.isEmpty()) return tree.tokens().stream().anyMatch(QuotedWords::stands);
    long known = words.stream().filter(EnglishWords::known).count();
    long joints = words.stream().filter(EnglishWords::joint).count();
    long foreign = words.stream().filter(EnglishWords::foreign).count();
    return known * 3 >= words.size() * 2L && foreign <= joints;
  }
}
