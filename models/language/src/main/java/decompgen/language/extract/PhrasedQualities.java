package decompgen.language.extract;

import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.List;
import java.util.Optional;

/** Finds qualities that take a phrase: "in the shape of a heart", "made of cards", "at night". */
final class PhrasedQualities {
  private final Scene scene;
  private final Qualities qualities;

  PhrasedQualities(Scene scene, Qualities qualities) {
    this.scene = scene;
    this.qualities = qualities;
  }

  void find() {
    for (Token token : tree().tokens())
      if (token.label().equals("pobj")) {
        shape(tree(), token).ifPresent(shaped -> say(shaped, token, token.lemma() + "-shaped"));
        if (time(tree(), token))
          say(tree().head(token).orElseThrow(), token, "at " + token.lower());
        made(token);
      }
  }

  private Tree tree() {
    return scene.tree();
  }

  /** The "in" of "in the shape of a heart", or the "shaped" of "shaped like a heart". */
  static Optional<Token> shape(Tree tree, Token like) {
    Optional<Token> prep = tree.head(like);
    Optional<Token> of =
        prep.filter(word -> word.lower().equals("of"))
            .flatMap(tree::head)
            .filter(noun -> noun.lemma().matches("shape|form") && noun.label().equals("pobj"))
            .flatMap(tree::head)
            .filter(in -> in.lower().equals("in"));
    return of.or(
        () ->
            prep.filter(word -> word.lower().equals("like"))
                .flatMap(tree::head)
                .filter(verb -> verb.lower().equals("shaped")));
  }

  private static boolean time(Tree tree, Token token) {
    return token.lower().matches("night|dusk|dawn|sunset|sunrise")
        && tree.head(token).filter(at -> at.lower().equals("at")).isPresent();
  }

  /** "A house made of cards": what it is made of, beside "made of wood". */
  private void made(Token of) {
    Optional<Token> make =
        tree()
            .head(of)
            .filter(prep -> prep.lower().matches("of|from"))
            .flatMap(tree()::head)
            .flatMap(at -> at.lower().equals("out") ? tree().head(at) : Optional.of(at))
            .filter(verb -> verb.lemma().equals("make") && verb.tag().equals("VBN"));
    if (make.isEmpty() || tree().dependent(of, "det", "poss").isPresent()) return;
    for (Thing material : scene.named(of))
      for (Thing thing : scene.subjects(make.get()))
        qualities.attribute(
            material.noun(), List.of(material.head()), thing, scene.denials(make.get()));
  }

  private void say(Token phrase, Token word, String attribute) {
    Optional<Token> governor = phrase.verb() ? Optional.of(phrase) : tree().head(phrase);
    if (governor.isEmpty()) return;
    List<Thing> things =
        governor.get().noun() ? scene.named(governor.get()) : scene.subjects(governor.get());
    for (Thing thing : things)
      qualities.attribute(attribute, List.of(word), thing, scene.denials(governor.get()));
  }
}
