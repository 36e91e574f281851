package decompgen.language.extract;

import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.Optional;

/**
 * Finds numbers that hold for each of several: how many there are in all, nobody tells with "each
 * plate has two eggs".
 */
final class Shares {
  private final Tree tree;

  Shares(Tree tree) {
    this.tree = tree;
  }

  /** Whether a number before a thing is that of each. */
  boolean each(Thing thing, Token number) {
    return rows(thing) || parts(thing) || ends(thing) || begins(number);
  }

  /** "Rows of three chairs". */
  private boolean rows(Thing thing) {
    return tree.of(thing.head())
        .filter(group -> group.tag().equals("NNS") && Words.in("group", group.lemma()))
        .isPresent();
  }

  /** "Cats have four legs". */
  private boolean parts(Thing thing) {
    boolean part = Words.in("body", thing.kind()) || Words.in("paired", thing.kind());
    return part
        && thing.head().label().equals("dobj")
        && tree.head(thing.head())
            .filter(have -> have.lemma().equals("have"))
            .flatMap(have -> tree.dependent(have, "nsubj"))
            .filter(Numerals::many)
            .isPresent();
  }

  /** "Plates with two eggs each", but not "two plates, each with an egg". */
  private boolean ends(Thing thing) {
    Optional<Token> each = tree.after(thing.head()).filter(word -> word.lower().equals("each"));
    return each.isPresent()
        && tree.after(each.get()).map(word -> word.tag().matches("CC|\\W")).orElse(true);
  }

  /**
   * "Each plate has two eggs", "two boys each holding two balloons", but not "each of the two
   * boys".
   */
  private boolean begins(Token number) {
    return tree.tokens().subList(0, number.index()).stream()
        .filter(word -> word.lower().matches("each|every"))
        .filter(word -> !of(tree.after(word)) && !of(tree.after(word).flatMap(tree::after)))
        .map(word -> word.label().equals("det") ? tree.head(word).orElse(word) : word)
        .anyMatch(word -> word.label().matches("nsubj(?:pass)?|appos|root"));
  }

  private static boolean of(Optional<Token> word) {
    return word.filter(of -> of.lower().equals("of")).isPresent();
  }
}
