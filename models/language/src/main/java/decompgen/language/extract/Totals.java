package decompgen.language.extract;

import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds numbers that do not stand before what they count: "mugs, set of four", "mugs (4)", "a
 * family of five", "a four-piece band", "twins".
 */
final class Totals {
  private final Scene scene;
  private final Counts counts;
  private final Numerals numerals;

  Totals(Scene scene, Counts counts) {
    this.scene = scene;
    this.counts = counts;
    numerals = new Numerals(scene.tree());
  }

  void find() {
    for (Token number : tree().tokens())
      if (number.tag().equals("CD")) {
        pieces(number).ifPresent(group -> members(group, number));
        if (!numerals.exact(number)) continue;
        ofGroup(number).ifPresent(group -> total(group, number));
        if (appended(number))
          lastPlural(number).ifPresent(thing -> counts.add(thing, number, value(number)));
        bracketed(number).ifPresent(thing -> counts.add(thing, number, value(number)));
      }
    for (Thing thing : scene.mentions())
      if (thing.there()) {
        born(thing);
        mixed(thing);
        others(thing);
      }
  }

  private Tree tree() {
    return scene.tree();
  }

  private static int value(Token number) {
    return Words.number(number.lower()).orElse(0);
  }

  /** The "set" of "set of four", where nothing follows the number. */
  private Optional<Token> ofGroup(Token number) {
    if (!number.label().equals("pobj") || value(number) < 2) return Optional.empty();
    boolean alone =
        tree().dependents(number).stream()
            .noneMatch(word -> word.index() > number.index() && !word.label().equals("punct"));
    return tree()
        .head(number)
        .filter(of -> alone && of.lower().equals("of"))
        .flatMap(tree()::head)
        .filter(Token::noun);
  }

  private void total(Token group, Token number) {
    Optional<Thing> collective = scene.mention(group).filter(Thing::there);
    if (collective.filter(thing -> Words.in("collective", thing.kind())).isPresent())
      members(collective.get(), number);
    else if (Words.in("sold", group.lemma()))
      before(group).ifPresent(thing -> counts.add(thing, number, value(number)));
  }

  /** The mugs of "mugs on a tray, set of four"; none where something has a number already. */
  private Optional<Thing> before(Token group) {
    List<Thing> before =
        scene.mentions().stream()
            .filter(thing -> thing.there() && thing.head().index() < group.index())
            .toList();
    if (before.stream().anyMatch(counts::has)) return Optional.empty();
    return before.stream()
        .filter(thing -> Numerals.many(thing.head()))
        .findFirst()
        .or(() -> before.stream().findFirst().filter(this::named));
  }

  /** "Counter stool, set of 2": without an article. */
  private boolean named(Thing thing) {
    return tree().dependent(thing.head(), "det").isEmpty();
  }

  /** "Horses, three of them", "birds, five in number", "dogs, numbering five". */
  private boolean appended(Token number) {
    String before = tree().before(number).map(Token::lower).orElse("");
    String after =
        tree().tokens().stream()
            .skip(number.index() + 1)
            .takeWhile(word -> !word.label().equals("punct"))
            .map(Token::lower)
            .collect(Collectors.joining(" "));
    return value(number) > 1
        && (before.equals(",") && after.matches("of them|in (?:total|all|number)")
            || before.matches("number(?:ing|ed)|totall?ing") && after.isEmpty());
  }

  private Optional<Thing> lastPlural(Token number) {
    return scene.mentions().stream()
        .filter(thing -> thing.there() && thing.head().index() < number.index())
        .filter(thing -> Numerals.many(thing.head()))
        .reduce((_, last) -> last);
  }

  /** The "mugs" of "mugs (4)". */
  private Optional<Thing> bracketed(Token number) {
    boolean closed = tree().after(number).filter(word -> word.form().equals(")")).isPresent();
    Optional<Token> open = tree().before(number).filter(word -> word.form().equals("("));
    return open.filter(_ -> closed && value(number) > 1)
        .flatMap(tree()::before)
        .filter(noun -> noun.tag().equals("NNS"))
        .flatMap(scene::mention)
        .filter(Thing::there);
  }

  /** The band of "a four-piece band". */
  private Optional<Thing> pieces(Token number) {
    Optional<Token> next = tree().after(number);
    Optional<Token> unit =
        next.filter(word -> word.tag().equals("HYPH")).isPresent()
            ? next.flatMap(tree()::after)
            : next;
    return unit.filter(word -> word.lower().matches("piece|person|man|member"))
        .flatMap(
            word ->
                scene.mentions().stream()
                    .filter(thing -> thing.head().index() > word.index())
                    .findFirst())
        .filter(thing -> thing.there() && Words.in("collective", thing.kind()));
  }

  private void members(Thing group, Token number) {
    counts.add(group, group.kind() + " member", List.of(number), value(number));
  }

  /** "Two other people": so many besides those that were named. */
  private void others(Thing thing) {
    for (Token number : tree().dependents(thing.head()))
      tree()
          .after(number)
          .filter(_ -> number.tag().equals("CD") && value(number) > 1)
          .filter(other -> other.lower().matches("other|more|additional"))
          .filter(_ -> numerals.exact(number))
          .ifPresent(
              other ->
                  counts.add(
                      thing, "other " + thing.noun(), List.of(number, other), value(number)));
  }

  /** "Three red and two green apples" are five. */
  private void mixed(Thing thing) {
    List<Token> numbers = new ArrayList<>();
    Token first = thing.name().stream().findFirst().orElse(thing.head());
    Optional<Token> at = tree().before(first);
    while (at.filter(Totals::describes).isPresent()) {
      boolean alone = tree().after(at.get()).filter(word -> word.tag().matches("CC|,")).isPresent();
      if (at.get().tag().equals("CD") && alone) return;
      if (at.get().tag().equals("CD")) numbers.addFirst(at.get());
      at = tree().before(at.get());
    }
    boolean joined = numbers.size() > 1 && numbers.stream().noneMatch(numerals::aside);
    boolean exact = numbers.stream().allMatch(number -> value(number) > 0);
    if (joined && exact && conjoined(numbers))
      counts.add(thing, thing.noun(), numbers, numbers.stream().mapToInt(Totals::value).sum());
  }

  private static boolean describes(Token word) {
    return word.adjective()
        || Qualities.colour(word)
        || word.tag().matches("CD|VBN|HYPH|,")
        || word.lower().matches("and|&");
  }

  /** Each after the first stands after a comma or an "and". */
  private boolean conjoined(List<Token> numbers) {
    return numbers.stream()
        .skip(1)
        .allMatch(number -> tree().before(number).filter(w -> w.tag().matches("CC|,")).isPresent());
  }

  /** "Twins" are two, where nobody counts them. */
  private void born(Thing thing) {
    boolean counted =
        tree().dependents(thing.head()).stream().anyMatch(word -> word.tag().equals("CD"));
    if (thing.head().tag().equals("NNS") && !counted)
      switch (thing.kind()) {
        case "twin" -> counts.add(thing, thing.head(), 2);
        case "triplet" -> counts.add(thing, thing.head(), 3);
        case "quadruplet" -> counts.add(thing, thing.head(), 4);
        default -> {}
      }
  }
}
