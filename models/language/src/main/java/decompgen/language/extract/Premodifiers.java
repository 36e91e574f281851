package decompgen.language.extract;

import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what describes a noun by the order of the words, where the parser lost it: all adjectives
 * and participles of "a small vintage flying balloon", "a blue and painted statue".
 */
final class Premodifiers {
  private static final Set<String> ARTICLES =
      Set.of(
          "a", "an", "the", "this", "that", "these", "those", "some", "another", "each", "every");

  private final Tree tree;
  private final Names names;

  Premodifiers(Tree tree, Names names) {
    this.tree = tree;
    this.names = names;
  }

  /** The words between an article or a number and the noun, when all of them may describe it. */
  List<Token> of(Thing thing) {
    List<Token> found = new ArrayList<>();
    Optional<Token> at = tree.before(names.parts(thing.head()).getFirst());
    while (at.isPresent() && (describes(at.get()) || links(at.get()))) {
      if (describes(at.get()) && !hyphened(at.get())) found.addFirst(at.get());
      at = tree.before(at.get());
    }
    boolean starts = at.map(word -> starts(word, found)).orElse(plain(found));
    return starts ? found : List.of();
  }

  /** "The smiling girl", "two smiling girls", but not "one wearing hats". */
  private static boolean starts(Token word, List<Token> found) {
    return found.stream().noneMatch(each -> Words.in("taking", each.lemma()))
        && (word.tag().matches("CD|PRP\\$") || ARTICLES.contains(word.lower()));
  }

  private boolean describes(Token word) {
    return word.adjective()
        || word.tag().matches("VBN|VBG|VBD")
        || Qualities.colour(word) && !word.tag().startsWith("NNP")
        || word.noun() && attributive(word);
  }

  /** The "vintage" of "a vintage car", the "metal" of "a metal street lamp". */
  private boolean attributive(Token noun) {
    return (Words.in("adjectival", noun.lower()) || Words.in("material", noun.lower()))
        && tree.after(noun)
            .filter(after -> after.noun() || after.adjective() || after.tag().startsWith("VB"))
            .isPresent();
  }

  private static boolean links(Token word) {
    return word.tag().matches("HYPH|RB|,") || word.lower().equals("and");
  }

  /** The "blue" of "blue-eyed". */
  private boolean hyphened(Token word) {
    return tree.after(word).filter(after -> after.tag().equals("HYPH")).isPresent();
  }

  /**
   * At the start of a sentence "holding" goes with what is held, "glowing" and "melted" describe
   * it; nouns before a comma are things of their own.
   */
  private boolean plain(List<Token> found) {
    return found.stream()
        .allMatch(
            word ->
                word.adjective()
                    || Words.in("premodifying", word.lower())
                    || word.tag().matches("VBN|VBD")
                    || word.noun() && tree.after(word).filter(Token::noun).isPresent());
  }
}
