package decompgen.language.extract;

import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.Optional;

/**
 * Finds what a number counts by the order of the words, where names of several nouns or adjectives
 * mislead the parser: the balloons of "ten party balloons", the badges of "two smiling retro
 * badges".
 */
final class Numerals {
  private final Tree tree;

  Numerals(Tree tree) {
    this.tree = tree;
  }

  /** The last plural of the nouns and what describes them after a number above one. */
  Optional<Token> counted(Token number) {
    if (!number.tag().equals("CD") || Words.number(number.lower()).orElse(0) < 2)
      return Optional.empty();
    Optional<Token> plural = Optional.empty();
    Optional<Token> next = tree.after(number);
    if (next.filter(word -> word.form().equals(")")).isPresent()) next = tree.after(next.get());
    while (next.isPresent() && continues(next.get(), plural.isPresent())) {
      if (many(next.get())) plural = next;
      next = tree.after(next.get());
    }
    return plural;
  }

  /** Whether a noun stands for several: "dogs", "sheep". */
  private static boolean many(Token token) {
    return token.tag().matches("NNP?S")
        || token.noun() && Words.in("invariable", token.lemma()) && !token.lemma().equals("person");
  }

  /**
   * "Two wearing hats", "dogs wearing hats", "dogs chase balls": what follows the plural is its
   * own.
   */
  private static boolean continues(Token word, boolean plural) {
    if (plural && Words.in("noted", word.lower())) return false;
    if (word.noun() || word.adjective() || word.tag().matches("HYPH|POS")) return true;
    if (word.tag().equals("IN") && !EnglishWords.joint(word.lower()))
      return !EnglishWords.known(word);
    return !plural
        && (word.tag().matches("VBN|RB")
            || word.tag().equals("VBG") && !Words.in("taking", word.lemma()));
  }

  /** Not "about ten", "two or three", "two-storey", "the first two", "Apollo 11". */
  boolean exact(Token number) {
    boolean rough =
        tree.dependents(number).stream()
            .anyMatch(word -> Words.in("approximate", word.lower()) || word.label().equals("conj"));
    boolean joined =
        tree.after(number)
                .map(
                    word ->
                        word.tag().equals("HYPH")
                            || word.lower().matches("or|to|-")
                            || word.start() == number.end()
                                && Character.isLetter(word.form().charAt(0)))
                .orElse(false)
            || tree.before(number)
                .map(
                    word ->
                        Words.in("approximate", word.lower())
                            || Words.in("more", word.lower())
                            || range(word)
                            || share(word)
                            || named(word, number))
                .orElse(false);
    return !rough && !joined;
  }

  /** The "to" of "two to three", the dash of "5-6". */
  private boolean range(Token joint) {
    return joint.lower().matches("to|-|--")
        && tree.before(joint).map(word -> word.tag().equals("CD")).orElse(false);
  }

  /** The "of" of "four out of five". */
  private boolean share(Token of) {
    return of.lower().equals("of")
        && tree.before(of).map(out -> out.lower().equals("out")).orElse(false);
  }

  /** The "Apollo" of "Apollo 11". */
  private static boolean named(Token name, Token number) {
    return name.noun() && !name.tag().equals("NNS") && number.lower().matches("\\d+");
  }
}
