package decompgen.language.extract;

import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the nouns of a sentence that mention things, and what those are called. */
final class Things {
  private static final Set<String> INDEFINITE = Set.of("a", "an", "any", "some", "either", "no");

  private final Tree tree;
  private final Names names;
  private final Map<Integer, Thing> byHead = new TreeMap<>();

  Things(Tree tree) {
    this.tree = tree;
    names = new Names(tree);
    for (Token token : tree.tokens()) if (mentions(token)) byHead.put(token.index(), thing(token));
  }

  List<Thing> mentions() {
    return List.copyOf(byHead.values());
  }

  Optional<Thing> at(Token token) {
    return Optional.ofNullable(byHead.get(token.index()));
  }

  /** What a word like "group" is a group of: the noun after "of". */
  Optional<Token> members(Token token) {
    if (!Words.in("group", token.lemma())
        && !Words.in("side", token.lemma())
        && !Words.in("image", token.lemma())) return Optional.empty();
    return of(token);
  }

  private Optional<Token> of(Token token) {
    return tree.dependents(token, "prep").stream()
        .filter(prep -> prep.lower().equals("of"))
        .flatMap(prep -> tree.dependent(prep, "pobj").stream())
        .findFirst();
  }

  private boolean mentions(Token token) {
    if (!token.noun() || token.label().equals("compound") || token.label().equals("npadvmod"))
      return false;
    if (!Character.isLetter(token.form().codePointAt(0)) || token.form().length() < 2) return false;
    if (names.modifier(token) || QuotedWords.stands(token)) return false;
    return seen(token) && !names.substance(token);
  }

  private boolean seen(Token token) {
    String lemma = token.lemma();
    if (lemma.equals("someone") || lemma.equals("somebody")) return true;
    if (Words.in("group", lemma)
        && (of(token).isPresent() || !Words.in("person", lemma) && !names.compound(token)))
      return false;
    if (Words.in("side", lemma) && !names.compound(token)) return false;
    return !Words.in("image", lemma) && !Words.in("abstract", lemma);
  }

  private Thing thing(Token head) {
    List<Token> words = new ArrayList<>(tree.dependents(head, "det"));
    words.removeIf(det -> det.index() > head.index());
    words.addAll(names.parts(head));
    boolean denied = denied(head);
    return new Thing(head, words, names.name(head), denied, !denied && hypothetical(head));
  }

  /** "No dogs", "there isn't a dog", "a street without cars". */
  private boolean denied(Token noun) {
    if (noDeterminer(noun)) return true;
    Token first = Conjuncts.first(tree, noun);
    if (first != noun && !determined(noun) && denied(first)) return true;
    Optional<Token> head = tree.head(first);
    if (head.isEmpty()) return false;
    boolean exists = tree.dependent(head.get(), "expl").isPresent() && denies(head.get());
    return exists && !definite(noun) || lacking(first) && !lackedByOne(first);
  }

  /** In a denied statement without being there itself: "isn't wearing a hat". */
  private boolean hypothetical(Token noun) {
    Token first = Conjuncts.first(tree, noun);
    if (lacking(first)) return true;
    Optional<Token> head = tree.head(first);
    if (head.isPresent() && head.get().label().equals("prep")
        || head.isPresent() && first.label().equals("pobj")) head = tree.head(head.get());
    boolean argument = Set.of("dobj", "attr", "pobj").contains(first.label());
    return argument
        && head.isPresent()
        && head.get().verb()
        && denies(head.get())
        && !definite(noun);
  }

  boolean denies(Token predicate) {
    return tree.dependents(predicate).stream()
        .anyMatch(
            word ->
                word.label().equals("neg") || Set.of("not", "n't", "never").contains(word.lower()));
  }

  private boolean noDeterminer(Token noun) {
    return tree.dependents(noun).stream()
        .anyMatch(word -> word.lower().equals("no") && word.index() < noun.index());
  }

  private boolean determined(Token noun) {
    return tree.dependents(noun).stream()
        .anyMatch(word -> Set.of("det", "poss").contains(word.label()) || word.tag().equals("CD"));
  }

  private boolean definite(Token noun) {
    return tree.dependents(noun).stream()
        .anyMatch(
            word ->
                word.label().equals("poss")
                    || word.label().equals("det") && !INDEFINITE.contains(word.lower()));
  }

  /** After "without". */
  boolean lacking(Token noun) {
    return noun.label().equals("pobj")
        && tree.head(noun).map(prep -> prep.lower().equals("without")).orElse(false);
  }

  /** "A man without a hat" says nothing of other hats; "a street without cars" denies cars. */
  private boolean lackedByOne(Token noun) {
    return tree.head(noun)
        .flatMap(tree::head)
        .map(
            owner ->
                owner.verb()
                    || Words.in("person", owner.lemma())
                    || Words.in("animal", owner.lemma()))
        .orElse(false);
  }
}
