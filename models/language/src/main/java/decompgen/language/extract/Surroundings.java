package decompgen.language.extract;

import decompgen.language.extract.Placements.Place;
import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.List;
import java.util.Optional;

/** Finds places that follow from others: what is on a bench in a park is in the park. */
final class Surroundings {
  private final Scene scene;
  private final Placements placements;

  Surroundings(Scene scene, Placements placements) {
    this.scene = scene;
    this.placements = placements;
  }

  /** What follows when all places are known. */
  void find() {
    for (Token token : tree().tokens()) if (token.noun()) contained(token);
    for (Place around : placements.all()) if (around.scene()) inhabit(around);
  }

  private Tree tree() {
    return scene.tree();
  }

  /** What follows from the place of the noun that a preposition governs. */
  void follow(Preposition preposition) {
    beyond(preposition.governor(), preposition);
    holder(preposition.governor(), preposition);
  }

  /** "A bowl of fruit": the fruit is in the bowl. */
  private void contained(Token holder) {
    Optional<Thing> thing = scene.mention(holder);
    boolean bearer = Words.in("bearer", holder.lemma());
    if (thing.isEmpty() || !thing.get().there() || !bearer && !Words.in("holder", holder.lemma()))
      return;
    for (Token of : tree().dependents(holder, "prep"))
      if (of.lower().equals("of"))
        for (Thing content : tree().dependent(of, "pobj").map(scene::named).orElse(List.of()))
          placements.say(content, bearer ? "on" : "in", List.of(of), thing, List.of());
  }

  /** "Sitting in a chair next to a vase in a room": chair and vase are in the room as well. */
  private void inhabit(Place around) {
    for (Place other : placements.all())
      if (other.subject().equals(around.subject())
          && other.beside()
          && !other.scene()
          && other.object().head().index() < around.object().head().index())
        placements.put(other.object(), around.said(), List.of());
  }

  /** "A woman holding a racket next to a net": she is next to the net as well. */
  private void holder(Token held, Preposition preposition) {
    Optional<Token> verb = tree().head(held).filter(_ -> held.label().equals("dobj"));
    if (around(preposition) && verb.filter(has -> Words.in("carried", has.lemma())).isPresent())
      for (Thing holder : scene.subjects(verb.get()))
        placements.put(holder, preposition, scene.denials(verb.get()));
    companion(held)
        .filter(with -> around(preposition) || contents(with))
        .ifPresent(with -> companions(with, preposition));
  }

  /** The "with" of "walking with an umbrella on a street". */
  private Optional<Token> companion(Token held) {
    return tree()
        .head(held)
        .filter(prep -> held.label().equals("pobj") && prep.lower().equals("with"));
  }

  /** "Filled with flowers on a table": what is filled is on the table. */
  private boolean contents(Token with) {
    return tree().head(with).filter(verb -> verb.tag().equals("VBN")).isPresent();
  }

  private void companions(Token with, Preposition preposition) {
    Token owner = tree().head(with).orElseThrow();
    if (!owner.verb()) return;
    for (Thing each : scene.subjects(owner))
      if (each.there()) placements.put(each, preposition, List.of());
  }

  /**
   * Whether what holds a thing is there with it: "next to a net", "in a park", but not "in front of
   * her face".
   */
  boolean around(Preposition preposition) {
    boolean own =
        preposition.objects().stream()
            .anyMatch(place -> tree().dependent(place.head(), "poss").isPresent());
    return !own
        && preposition.side().isEmpty()
        && !preposition.text().startsWith("full")
        && surrounds(preposition);
  }

  private static boolean surrounds(Preposition preposition) {
    return preposition.text().indexOf(' ') > 0
        || Words.in("adjoining", preposition.text())
        || Words.in("chained", preposition.text())
            && preposition.objects().stream()
                .allMatch(place -> Words.in("scene-place", place.kind()));
  }

  /** "A man on a bench in a park": what is on or beside the bench is in the park as well. */
  private void beyond(Token place, Preposition preposition) {
    tree()
        .head(place)
        .filter(outer -> outer.label().equals("prep"))
        .flatMap(outer -> Preposition.read(scene, outer))
        .filter(outer -> carries(outer.text(), preposition.text()))
        .ifPresent(
            outer -> {
              for (Thing thing : placed(outer))
                if (thing.there()) placements.put(thing, preposition, List.of());
            });
  }

  private static boolean carries(String outer, String inner) {
    boolean chained = Words.in("chained", inner) || inner.matches("(?:next|close|in front) .*");
    return Words.in("carrying", outer) && chained && !inner.startsWith("full")
        || Words.in("adjoining", outer.split(" ")[0]) && inner.matches("in|inside|along");
  }

  /** The things of which a preposition says where they are. */
  private List<Thing> placed(Preposition preposition) {
    Token governor = preposition.governor();
    if (governor.noun()) return scene.named(governor);
    boolean alone = scene.objects(governor).isEmpty() && scene.denials(governor).isEmpty();
    return alone && Words.in("stance", governor.lemma()) ? scene.subjects(governor) : List.of();
  }
}
