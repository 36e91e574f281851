package decompgen.language.extract;

import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import decompgen.language.parse.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds plurals that the parser took for verbs: nobody "controllers" in "two game controllers", for
 * a number above one does not go with a noun in the singular.
 */
final class Disagreements {
  private final Tree tree;
  private final Numerals numerals;

  Disagreements(Tree tree) {
    this.tree = tree;
    numerals = new Numerals(tree);
  }

  /** The words with a plural that nobody takes for a verb in place of each; none when all agree. */
  Optional<List<Word>> settled(List<Word> words) {
    Set<Integer> plurals =
        tree.tokens().stream().filter(this::plural).map(Token::start).collect(Collectors.toSet());
    if (plurals.isEmpty()) return Optional.empty();
    List<Word> settled = new ArrayList<>(words);
    settled.replaceAll(
        word ->
            plurals.contains(word.start())
                ? new Word(word.start(), word.end(), "tulips", word.said())
                : word);
    return Optional.of(settled);
  }

  private boolean plural(Token verb) {
    if (!verb.tag().equals("VBZ") || !verb.lower().matches("\\p{L}{3,}s")) return false;
    Optional<Token> at = tree.before(verb).filter(Disagreements::singular);
    while (at.isPresent() && describes(at.get())) at = tree.before(at.get());
    return at.filter(word -> word.tag().equals("CD"))
        .filter(number -> Words.number(number.lower()).orElse(0) > 1 && numerals.exact(number))
        .isPresent();
  }

  private static boolean singular(Token noun) {
    return noun.tag().matches("NNP?") && !Words.in("invariable", noun.lemma());
  }

  private static boolean describes(Token word) {
    return word.tag().matches("NNP?|JJ|VBN|HYPH");
  }
}
