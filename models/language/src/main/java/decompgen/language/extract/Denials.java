package decompgen.language.extract;

import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells what a sentence denies: that a thing is there, or only that it does or is something. */
final class Denials {
  /** Words that deny the noun they stand before, or themselves. */
  static final Set<String> NONE = Set.of("no", "neither", "nobody");

  private static final Set<String> NEGATIONS = Set.of("not", "n't", "never", "hardly");
  private static final Set<String> INDEFINITE = Set.of("a", "an", "any", "some", "either", "no");
  private static final Set<String> VISIBLE = Set.of("visible", "present", "seen", "here");

  private final Tree tree;

  Denials(Tree tree) {
    this.tree = tree;
  }

  /** "No dogs", "there isn't a dog", "a street without cars". */
  boolean denied(Token noun) {
    if (noDeterminer(noun)) return !lackedBySubject(noun) && !acts(noun) && !elsewhere(noun);
    Token first = Conjuncts.first(tree, noun);
    if (first != noun && !determined(noun) && denied(first)) return true;
    Optional<Token> head = tree.head(first);
    if (head.isEmpty()) return false;
    boolean exists = tree.dependent(head.get(), "expl").isPresent() && denies(head.get());
    return exists && !definite(noun) && !elsewhere(noun)
        || lacking(first) && !lackedByOne(first)
        || first.label().equals("nsubj") && unseen(first, head.get());
  }

  /** "No one is sitting": denies the deed. */
  private boolean acts(Token noun) {
    return noun.label().startsWith("nsubj")
        && tree.head(noun).map(verb -> verb.verb() && !seenBy(verb)).orElse(false);
  }

  /** "No dog on the table": may be elsewhere. */
  private boolean elsewhere(Token noun) {
    List<Token> preps = new ArrayList<>(tree.dependents(noun, "prep"));
    tree.head(noun)
        .filter(verb -> tree.dependent(verb, "expl").isPresent())
        .ifPresent(verb -> preps.addAll(tree.dependents(verb, "prep")));
    return preps.stream()
        .filter(prep -> !prep.lower().equals("of"))
        .flatMap(prep -> tree.dependent(prep, "pobj").stream())
        .anyMatch(
            place ->
                !Words.in("scene-place", place.lemma())
                    && !Words.in("image", place.lemma())
                    && !Words.in("abstract", place.lemma()));
  }

  /** "Playing tennis". */
  private boolean game(Token noun) {
    return Words.in("sport", noun.lemma()) && !determined(noun) || Words.in("played", noun.lemma());
  }

  /** "Can be seen", "are visible", "are in the picture". */
  private boolean seenBy(Token verb) {
    return verb.lemma().equals("see")
        || verb.lemma().equals("be")
            && (visible(verb)
                || tree.dependents(verb, "prep").stream()
                    .flatMap(prep -> tree.dependent(prep, "pobj").stream())
                    .anyMatch(place -> Words.in("image", place.lemma())));
  }

  /** "Dogs are not visible", "neither dogs nor cats are visible". */
  private boolean unseen(Token subject, Token verb) {
    boolean neither =
        tree.dependents(subject, "preconj", "det").stream()
            .anyMatch(word -> word.lower().equals("neither"));
    return visible(verb) && (neither || denies(verb));
  }

  private boolean visible(Token verb) {
    return tree.dependents(verb, "acomp", "advmod").stream()
        .anyMatch(word -> VISIBLE.contains(word.lower()));
  }

  /** "No one", "nobody". */
  boolean nobody(Token token) {
    return token.lower().equals("nobody")
        || token.lower().equals("one")
            && tree.before(token).map(word -> word.lower().equals("no")).orElse(false);
  }

  /** "The man has no hat" says nothing of other hats. */
  private boolean lackedBySubject(Token noun) {
    return noun.label().equals("dobj")
        && tree.head(noun)
            .flatMap(verb -> tree.dependent(verb, "nsubj"))
            .map(subject -> living(subject.lemma()) || subject.tag().equals("PRP"))
            .orElse(false);
  }

  private static boolean living(String lemma) {
    return Words.in("person", lemma) || Words.in("animal", lemma);
  }

  private List<Token> none(Token noun) {
    if (noun.lower().equals("nobody")) return List.of(noun);
    return tree.dependents(noun).stream()
        .filter(word -> NONE.contains(word.lower()) && word.index() < noun.index())
        .toList();
  }

  /** In a denied statement without being there itself: "isn't wearing a hat". */
  boolean hypothetical(Token noun) {
    Token first = Conjuncts.first(tree, noun);
    if (lacking(first) || noDeterminer(noun) || game(noun)) return true;
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

  private boolean denies(Token predicate) {
    return !of(predicate).isEmpty();
  }

  /** The words that deny the predicate itself. */
  List<Token> of(Token predicate) {
    return tree.dependents(predicate).stream()
        .filter(word -> word.label().equals("neg") || NEGATIONS.contains(word.lower()))
        .toList();
  }

  private boolean noDeterminer(Token noun) {
    return !none(noun).isEmpty();
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
  private boolean lacking(Token noun) {
    return noun.label().equals("pobj")
        && tree.head(noun).map(prep -> prep.lower().equals("without")).orElse(false);
  }

  /** "A man without a hat" says nothing of other hats; "a street without cars" denies cars. */
  private boolean lackedByOne(Token noun) {
    return tree.head(noun)
        .flatMap(tree::head)
        .map(owner -> owner.verb() || living(owner.lemma()))
        .orElse(false);
  }
}
