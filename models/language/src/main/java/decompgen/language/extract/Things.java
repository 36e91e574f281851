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

  /** Determiners that deny. */
  static final Set<String> NONE = Set.of("no", "neither");

  private static final Set<String> NEGATIONS = Set.of("not", "n't", "never", "hardly");

  private final Tree tree;
  private final boolean quoting;
  private final Names names;
  private final Map<Integer, Thing> byHead = new TreeMap<>();

  Things(Tree tree) {
    this.tree = tree;
    names = new Names(tree);
    quoting = tree.tokens().stream().anyMatch(QuotedWords::stands);
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
    boolean part = Words.in("surface", token.lemma());
    if (!part && !Words.in("group", token.lemma()) && !Words.in("image", token.lemma()))
      return Optional.empty();
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
    return seen(token) && !names.substance(token) && !names.colour(token) && !names.artist(token);
  }

  private boolean seen(Token token) {
    String lemma = token.lemma();
    if (lemma.equals("someone") || lemma.equals("somebody")) return true;
    if (nobody(token)) return true;
    if (quoting && Words.in("writing", lemma)) return false;
    if (Words.in("surface", lemma) && of(token).isPresent()) return false;
    if (Words.in("group", lemma)
        && (of(token).isPresent() || !Words.in("person", lemma) && !names.compound(token)))
      return false;
    if (Words.in("side", lemma) && !names.compound(token)) return false;
    return !Words.in("image", lemma) && !Words.in("abstract", lemma);
  }

  private Thing thing(Token head) {
    List<Token> parts = names.parts(head);
    List<Token> words = new ArrayList<>(tree.dependents(head, "det"));
    words.removeIf(det -> !beside(det, parts.getFirst()) && !NONE.contains(det.lower()));
    words.addAll(parts);
    boolean denied = denied(head);
    return new Thing(head, words, names.name(head), denied, !denied && hypothetical(head));
  }

  private static boolean beside(Token determiner, Token name) {
    return determiner.index() + 1 == name.index();
  }

  /** "No dogs", "there isn't a dog", "a street without cars". */
  private boolean denied(Token noun) {
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
        .filter(prep -> Words.in("place", prep.lower()) || !tree.dependents(prep, "pobj").isEmpty())
        .flatMap(prep -> tree.dependent(prep, "pobj").stream())
        .anyMatch(
            place -> !Words.in("scene-place", place.lemma()) && !Words.in("image", place.lemma()));
  }

  /** "Playing tennis". */
  private boolean game(Token noun) {
    return Words.in("sport", noun.lemma()) && !determined(noun);
  }

  private boolean seenBy(Token verb) {
    return Set.of("see", "be").contains(verb.lemma())
        && (verb.lemma().equals("see")
            || tree.dependents(verb, "acomp", "advmod").stream()
                .anyMatch(word -> Set.of("visible", "present").contains(word.lower())));
  }

  /** "Dogs are not visible", "neither dogs nor cats are visible". */
  private boolean unseen(Token subject, Token verb) {
    boolean visible =
        tree.dependents(verb, "acomp", "advmod").stream()
            .anyMatch(word -> Set.of("visible", "present", "seen").contains(word.lower()));
    boolean neither =
        tree.dependents(subject, "preconj", "det").stream()
            .anyMatch(word -> word.lower().equals("neither"));
    return visible && (neither || denies(verb));
  }

  /** "No one", "nobody". */
  private boolean nobody(Token token) {
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
    return tree.dependents(noun).stream()
        .filter(word -> NONE.contains(word.lower()) && word.index() < noun.index())
        .toList();
  }

  /** In a denied statement without being there itself: "isn't wearing a hat". */
  private boolean hypothetical(Token noun) {
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

  boolean denies(Token predicate) {
    return !denials(predicate).isEmpty();
  }

  /** The words that deny the predicate itself. */
  List<Token> denials(Token predicate) {
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
  boolean lacking(Token noun) {
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
