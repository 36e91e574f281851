package decompgen.language.extract;

import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds colours that follow: "a man in red", "a car of red color". */
final class Colours {
  private final Scene scene;
  private final Qualities qualities;

  Colours(Scene scene, Qualities qualities) {
    this.scene = scene;
    this.qualities = qualities;
  }

  void find() {
    for (Token token : tree().tokens()) {
      if (token.lemma().matches("colou?r")) coloured(token);
      if (token.lower().equals("in")) inColours(token);
    }
  }

  private Tree tree() {
    return scene.tree();
  }

  /** "A car of red color", "has a red color". */
  private void coloured(Token token) {
    Optional<Token> head = tree().head(token);
    for (Token word : tree().dependents(token, "nmod", "compound"))
      for (Token colour : Conjuncts.of(tree(), word)) {
        head.filter(prep -> prep.label().equals("prep")).ifPresent(prep -> ofColour(prep, colour));
        head.filter(has -> has.lemma().equals("have")).ifPresent(has -> has(has, colour));
      }
  }

  /** "The car has a red color". */
  private void has(Token has, Token colour) {
    if (Qualities.colour(colour))
      for (Thing owner : scene.subjects(has)) qualities.say(colour, owner, scene.denials(has));
  }

  /** "A man in red", "flowers in blue and yellow", however the parser hangs the colours. */
  private void inColours(Token in) {
    List<Token> colours = new ArrayList<>();
    Optional<Token> next = tree().after(in);
    while (next.isPresent()
        && (Qualities.colour(next.get()) || next.get().lower().matches(",|and|or|&"))) {
      if (Qualities.colour(next.get())) colours.add(next.get());
      next = tree().after(next.get());
    }
    boolean described = next.isPresent() && (next.get().noun() || next.get().adjective());
    if (!described) for (Token colour : colours) ofColour(in, colour);
  }

  private void ofColour(Token preposition, Token colour) {
    Optional<Token> governor = tree().head(preposition).filter(head -> !Qualities.colour(head));
    List<Thing> owners =
        governor.or(() -> tree().before(preposition)).map(this::owners).orElse(List.of());
    if (Qualities.colour(colour))
      for (Thing owner : owners) qualities.say(colour, owner, List.of());
  }

  /** "Labels for the season in blue": a season has no colour, labels have. */
  private List<Thing> owners(Token governor) {
    if (governor.verb()) return scene.subjects(governor);
    List<Thing> named = scene.named(governor);
    Optional<Token> above = tree().head(governor).flatMap(tree()::head);
    return named.isEmpty()
            && governor.label().equals("pobj")
            && above.isPresent()
            && above.get().noun()
        ? scene.named(above.get())
        : named;
  }
}
