package decompgen.language.extract;

import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.List;
import java.util.Optional;

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
        bracketed(number).ifPresent(thing -> counts.add(thing, number, value(number)));
      }
    for (Thing thing : scene.mentions())
      if (thing.there()) {
        born(thing);
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

  /** The mugs of "mugs on a tray, set of four". */
  private Optional<Thing> before(Token group) {
    return scene.mentions().stream()
        .filter(thing -> thing.there() && thing.head().index() < group.index())
        .findFirst();
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
