package decompgen.language.extract;

import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.stream.Stream;

/** Tells a picture in the picture, "a painting on the wall", from the picture itself. */
final class Pictures {
  private Pictures() {}

  /** Whether it hangs on a wall, or is with or beside another thing. */
  static boolean hang(Tree tree, Token noun) {
    if (!Words.in("image", noun.lemma())) return false;
    boolean held = noun.lemma().matches("painting|picture|photo|photograph|drawing|portrait");
    return walled(tree, noun)
        || held && (hung(tree, noun) || beside(tree, noun) || joined(tree, noun));
  }

  /** "A painting hangs", "pictures hanging". */
  private static boolean hung(Tree tree, Token noun) {
    return Stream.concat(
            tree.head(noun).filter(_ -> noun.label().startsWith("nsubj")).stream(),
            tree.dependents(noun, "acl").stream())
        .anyMatch(verb -> verb.lemma().equals("hang"));
  }

  /**
   * "A painting on the wall", "two photos are fixed on the wall", but in "a photo of a dog on a
   * wall" the dog may be on it.
   */
  private static boolean walled(Tree tree, Token noun) {
    boolean of = tree.dependents(noun, "prep").stream().anyMatch(p -> p.lower().equals("of"));
    Stream<Token> own = of ? Stream.empty() : Stream.of(noun);
    return Stream.concat(own, tree.head(noun).filter(Token::verb).stream())
        .flatMap(where -> tree.dependents(where, "prep").stream())
        .filter(prep -> prep.lower().equals("on"))
        .flatMap(prep -> tree.dependent(prep, "pobj").stream())
        .anyMatch(wall -> Words.in("hanging", wall.lemma()));
  }

  /** "A vase with a painting", "a lamp below a picture", "decorated with pictures". */
  private static boolean beside(Tree tree, Token noun) {
    return noun.label().equals("pobj")
        && tree.head(noun)
            .filter(prep -> prep.lower().matches("with|beside|near|above|below|behind|under"))
            .flatMap(tree::head)
            .filter(
                thing ->
                    thing.noun() && !Words.in("image", thing.lemma())
                        || thing.lemma().matches("decorate|adorn|cover|line"))
            .isPresent();
  }

  /** "A mouse, a phone and a photo". */
  private static boolean joined(Tree tree, Token noun) {
    Token first = Conjuncts.first(tree, noun);
    return !first.equals(noun) && first.noun() && !Words.in("image", first.lemma());
  }
}
