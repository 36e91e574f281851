package decompgen.language.extract;

import decompgen.domain.claim.Claim.ScaleClaim;
import decompgen.language.parse.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what is larger or smaller than something else: "the dog is bigger than the cat". */
final class Comparisons {
  private final Scene scene;
  private final Drafts drafts;

  Comparisons(Scene scene, Drafts drafts) {
    this.scene = scene;
    this.drafts = drafts;
  }

  /** The thing after "than". */
  Optional<Thing> than(Token adjective) {
    return scene.tree().dependents(adjective, "prep").stream()
        .filter(prep -> prep.lower().equals("than"))
        .flatMap(prep -> scene.tree().dependent(prep, "pobj").stream())
        .flatMap(token -> scene.named(token).stream())
        .findFirst();
  }

  void add(Token adjective, Thing subject, Thing than, List<Token> denials) {
    Optional<String> quality = quality(adjective.lower());
    if (quality.isEmpty()) return;
    List<Token> words = new ArrayList<>(subject.words());
    words.add(adjective);
    words.addAll(scene.tree().dependents(adjective, "prep"));
    words.addAll(than.words());
    drafts.add(
        basis -> new ScaleClaim(basis, subject.noun(), quality.get(), than.noun()),
        words,
        denials,
        subject,
        than);
  }

  /** Height and length are measured as such, all else by area. */
  private static Optional<String> quality(String said) {
    if (said.matches("taller|longer|shorter")) return Optional.of(said);
    if (Words.in("larger", said)) return Optional.of("larger");
    return Words.in("smaller", said) ? Optional.of("smaller") : Optional.empty();
  }
}
