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
    boolean numeral = number.tag().equals("CD") || number.lower().equals("dozen");
    if (!numeral || Words.number(number.lower()).orElse(0) < 2) return Optional.empty();
    Optional<Token> plural = Optional.empty();
    Optional<Token> next = tree.after(number);
    if (next.filter(word -> word.form().equals(")")).isPresent()) next = tree.after(next.get());
    while (next.isPresent() && continues(next.get(), plural.isPresent())) {
      if (plural.filter(Numerals::living).isPresent() && deed(next.get())) return plural;
      if (many(next.get())) plural = next;
      next = tree.after(next.get());
    }
    Optional<Token> owned = plural.flatMap(this::owned);
    return owned.isPresent() ? owned : plural;
  }

  /** The dresses of "two girls pink and white dresses", as sellers write for "girls'". */
  private Optional<Token> owned(Token owners) {
    boolean wearers = living(owners) || owners.lower().matches("(?:wo)?mens");
    Optional<Token> next = tree.after(owners).filter(word -> wearers && word.adjective());
    Optional<Token> last = Optional.empty();
    while (next.isPresent() && described(next.get())) {
      last = next;
      next = tree.after(next.get());
    }
    return last.filter(Numerals::many);
  }

  private static boolean described(Token word) {
    return word.noun() || word.adjective() || word.tag().matches("VBN|HYPH|,|CC");
  }

  private static boolean living(Token noun) {
    return Words.in("person", noun.lemma()) || Words.in("animal", noun.lemma());
  }

  /** The "cook" of "two women cook meals", in a sentence without another verb. */
  private boolean deed(Token word) {
    return word.tag().equals("NN")
        && EnglishWords.verb(word.lower())
        && tree.tokens().stream().noneMatch(other -> other.tag().matches("VBZ|VBP|VBD"));
  }

  /** Whether a noun stands for several: "dogs", "sheep". */
  static boolean many(Token token) {
    return token.tag().matches("NNP?S")
        || token.noun() && Words.in("invariable", token.lemma()) && !token.lemma().equals("person")
        || token.noun() && token.lower().matches(Names.SEVERAL_MEN);
  }

  /**
   * "Two wearing hats", "dogs wearing hats", "dogs chase balls": what follows the plural is its
   * own.
   */
  private boolean continues(Token word, boolean plural) {
    if (plural && Words.in("noted", word.lower())) return false;
    if (word.tag().equals("CD")) return aside(word);
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
            .anyMatch(
                word ->
                    rough(word)
                        || word.label().equals("conj")
                            && (word.tag().equals("CD") || word.lower().equals("half")));
    boolean joined =
        tree.after(number)
                .map(
                    word ->
                        word.lower().matches("or|to|plus|[-–/\"]|''")
                            || word.lower().matches("by|x|×") && number(word)
                            || word.start() == number.end()
                                && Character.isLetter(word.form().charAt(0)))
                .orElse(false)
            || tree.before(number)
                .map(
                    word ->
                        rough(word)
                            || Words.in("more", word.lower())
                            || word.form().matches("[$€£#]")
                            || range(word)
                            || share(word)
                            || named(word, number))
                .orElse(false);
    return !rough && !joined;
  }

  /** "About", "over", but not where one flies over two houses, sits around two tables. */
  private boolean rough(Token word) {
    if (!Words.in("approximate", word.lower())) return false;
    Optional<Token> before = tree.before(word);
    boolean place =
        word.label().equals("prep") && word.index() > 0
            || word.lower().equals("around")
                && before.filter(verb -> verb.verb() && !verb.lemma().equals("be")).isPresent();
    return !(place || word.label().equals("prt"));
  }

  /** Whether a number follows. */
  private boolean number(Token joint) {
    return tree.after(joint).filter(word -> word.tag().equals("CD")).isPresent();
  }

  /** The "to" of "two to three", the dash of "5-6", the "by" of "two by four". */
  private boolean range(Token joint) {
    return joint.lower().matches("to|by|x|×|/|-|--")
        && tree.before(joint).map(word -> word.tag().equals("CD")).orElse(false);
  }

  /** The "of" of "four out of five", but not of "eats out of three boxes". */
  private boolean share(Token of) {
    return of.lower().equals("of")
        && tree.before(of)
            .filter(out -> out.lower().equals("out"))
            .flatMap(tree::before)
            .filter(number -> number.tag().equals("CD"))
            .isPresent();
  }

  /** The "6" of "two iPhone 6 phones", the "100" of "five 100 dollar bills": no count beside. */
  boolean aside(Token number) {
    return Words.number(number.lower()).isEmpty() && number.lower().matches("\\d+|[ivx]+")
        || tree.before(number).filter(name -> named(name, number)).isPresent();
  }

  /** The "Apollo" of "Apollo 11", the "war" of "world war 2". */
  private static boolean named(Token name, Token number) {
    boolean listed =
        Words.in("sold", name.lemma())
            || Words.in("group", name.lemma())
            || Words.in("image", name.lemma())
            || Words.in("counted", name.lemma());
    return number.lower().matches("\\d+")
        && (Words.in("numbered", name.lemma()) || name.tag().matches("NNP?") && !listed);
  }
}
