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
    for (int i = 0; i < all.size(); i++)
      for (Token joined : tree.dependents(all.get(i), "conj"))
        if (!apart(tree, first, joined)) all.add(joined);
    return first.label().equals("pobj") && keywords(tree, all) ? List.of(first) : all;
  }

  /** "A maid at the store, chic hat, long skirt": commas without an "and" begin anew. */
  private static boolean keywords(Tree tree, List<Token> joined) {
    return joined.size() > 1
        && joined.stream()
            .flatMap(word -> tree.dependents(word).stream())
            .noneMatch(word -> word.label().equals("cc") || word.form().matches("[&/]"));
  }

  /**
   * "On the wall above the sink, and a vase": after a comma, a single joined noun with an article
   * begins anew.
   */
  private static boolean apart(Tree tree, Token first, Token joined) {
    if (!first.label().equals("pobj") || tree.dependent(joined, "det").isEmpty()) return false;
    int comma = tree.dependent(joined, "det").get().index() - 2;
    return comma > first.index()
        && tree.token(comma).form().equals(",")
        && tree.token(comma + 1).tag().equals("CC")
        && tree.tokens().subList(first.index(), comma).stream()
            .noneMatch(word -> word.form().equals(","));
  }

  /** The word to which a joined one is joined in the end. */
  static Token first(Tree tree, Token joined) {
    Token at = joined;
    while (at.label().equals("conj") && tree.head(at).isPresent()) at = tree.head(at).get();
    return at;
  }
}
