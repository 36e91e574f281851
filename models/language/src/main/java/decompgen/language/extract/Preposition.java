package decompgen.language.extract;

import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A preposition, of one word or several, with what it joins.
 *
 * @param governor the noun or verb that it says something about
 * @param words its words in order: "to the left of"
 * @param text the words as a predicate
 * @param side the side of the image that it names instead of a thing: "left", "top left",
 *     "background"
 * @param objects the things after it
 */
record Preposition(
    Token governor, List<Token> words, String text, Optional<String> side, List<Thing> objects) {
  private static final Set<String> LEADING =
      Set.of(
          "next",
          "full",
          "close",
          "adjacent",
          "near",
          "nearby",
          "right",
          "directly",
          "opposite",
          "across",
          "out",
          "up",
          "down",
          "away",
          "inside",
          "outside",
          "along");

  /** "Over a white background" names no side. */
  private static final Set<String> SIDED =
      Set.of("in", "on", "at", "to", "toward", "towards", "near", "along", "from", "up");

  private static final Set<String> DIRECTIONS =
      Set.of("left", "right", "top", "bottom", "upper", "lower", "center", "centre", "middle");

  /** Whether it says where the governor is. */
  boolean placing() {
    return text.indexOf(' ') > 0 || Words.in("place", text);
  }

  static Optional<Preposition> read(Scene scene, Token token) {
    Tree tree = scene.tree();
    List<Token> words = new ArrayList<>(List.of(token));
    Optional<Token> governor = compared(tree, token).or(() -> governor(tree, token, words));
    Optional<Token> last = innermost(tree, token, words);
    if (governor.isEmpty() || last.isEmpty()) return Optional.empty();
    Optional<Token> object = tree.dependent(last.get(), "pobj");
    if (object.isEmpty()) return Optional.empty();
    boolean side =
        Words.in("side", object.get().lemma()) || Words.in("surface", object.get().lemma());
    return side && scene.mention(object.get()).filter(Thing::seen).isEmpty()
        ? Optional.of(bySide(scene, governor.get(), words, object.get()))
        : Optional.of(simple(governor.get(), words, Optional.empty(), scene.named(object.get())));
  }

  private static Preposition simple(
      Token governor, List<Token> words, Optional<String> side, List<Thing> objects) {
    List<String> forms = words.stream().map(Token::lower).toList();
    return new Preposition(governor, List.copyOf(words), String.join(" ", forms), side, objects);
  }

  /** "Larger than the dog on the left", wherever the parser hangs the place. */
  private static Optional<Token> compared(Tree tree, Token token) {
    return tree.before(token)
        .filter(noun -> noun.label().equals("pobj"))
        .filter(noun -> tree.head(noun).filter(than -> than.lower().equals("than")).isPresent());
  }

  /** "Next" in "next to" is a word of the preposition; its governor is the preposition's. */
  private static Optional<Token> governor(Tree tree, Token token, List<Token> words) {
    Optional<Token> head = tree.head(token);
    while (head.isPresent()
        && !head.get().noun()
        && !head.get().verb()
        && !head.get().tag().equals("PRP")) {
      if (LEADING.contains(head.get().lower())
          && head.get().index() + 1 == words.getFirst().index()) words.addFirst(head.get());
      head = tree.head(head.get());
    }
    return head;
  }

  /** "Out of": the inner preposition carries the object. */
  private static Optional<Token> innermost(Tree tree, Token token, List<Token> words) {
    if (tree.dependent(token, "pobj").isPresent()) return Optional.of(token);
    Optional<Token> inner = tree.dependent(token, "prep");
    inner.ifPresent(words::add);
    return inner;
  }

  private static Preposition bySide(Scene scene, Token governor, List<Token> words, Token side) {
    Tree tree = scene.tree();
    Optional<Token> of =
        tree.dependents(side, "prep").stream()
            .filter(prep -> Set.of("of", "from", "in").contains(prep.lower()))
            .findFirst();
    Optional<Token> whole = of.flatMap(prep -> tree.dependent(prep, "pobj"));
    List<Token> all = new ArrayList<>(words);
    tree.dependents(side).stream().filter(word -> word.index() < side.index()).forEach(all::add);
    all.add(side);
    if (!SIDED.contains(words.getFirst().lower()))
      return simple(governor, all, Optional.empty(), List.of());
    if (whole.isEmpty() || Words.in("image", whole.get().lemma()))
      return simple(governor, all, side(all), List.of());
    all.add(of.get());
    List<Thing> things = scene.named(whole.get()).stream().filter(Thing::seen).toList();
    return simple(governor, all, Optional.empty(), things);
  }

  /** The side in plain words, none for "on the side". */
  private static Optional<String> side(List<Token> words) {
    List<String> named = new ArrayList<>();
    for (Token word : words) {
      String plain =
          switch (word.lower().toLowerCase(Locale.ROOT)) {
            case "upper" -> "top";
            case "lower" -> "bottom";
            case "center", "middle" -> "centre";
            default -> word.lower();
          };
      boolean direction = DIRECTIONS.contains(plain);
      if (direction && !named.contains(plain)) named.add(plain);
    }
    return named.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", named));
  }
}
