package decompgen.language.extract;

import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.ArrayList;
import java.util.List;

/** What is joined by commas, "and" and "or": "red, white and blue". */
final class Conjuncts {
  private Conjuncts() {}

  /** The word and all that are joined to it, in order. */
  static List<Token> of(Tree tree, Token first) {
    List<Token> all = new ArrayList<>(List.of(first));
    for (int i = 0; i < all.size(); i++) all.addAll(tree.dependents(all.get(i), "conj"));
    return all;
  }

  /** The word to which a joined one is joined in the end. */
  static Token first(Tree tree, Token joined) {
    Token at = joined;
    while (at.label().equals("conj") && tree.head(at).isPresent()) at = tree.head(at).get();
    return at;
  }
}
