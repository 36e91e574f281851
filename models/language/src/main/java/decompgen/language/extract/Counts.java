package decompgen.language.extract;

import decompgen.domain.claim.Claim.CountClaim;
import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds how many of a thing there are said to be: "two dogs", "a pair of shoes", "only one". */
final class Counts {
  private final Scene scene;
  private final Drafts drafts;

  Counts(Scene scene, Drafts drafts) {
    this.scene = scene;
    this.drafts = drafts;
  }

  void find() {
    for (Thing thing : scene.mentions()) {
      if (thing.hypothetical() || thing.denied()) continue;
      for (Token word : tree().dependents(thing.head())) counted(thing, word);
      group(thing).ifPresent(group -> grouped(thing, group));
    }
  }

  private Tree tree() {
    return scene.tree();
  }

  private void counted(Thing thing, Token word) {
    boolean numeral = word.tag().equals("CD") || word.lower().equals("single");
    if (numeral && word.index() < thing.head().index() && exact(word))
      Words.number(word.lower()).ifPresent(number -> add(thing, word, number));
  }

  private void grouped(Thing thing, Token group) {
    boolean one =
        tree().dependents(group).stream()
            .allMatch(word -> !word.tag().equals("CD") || word.lower().equals("one"));
    OptionalInt number = Words.number(group.lemma());
    if (number.isPresent() && one && !Words.in("plural-only", thing.noun()) && exact(group))
      add(thing, group, number.getAsInt());
  }

  /** The "pair" in "a pair of shoes". */
  private Optional<Token> group(Thing thing) {
    if (!thing.head().label().equals("pobj")) return Optional.empty();
    return tree()
        .head(thing.head())
        .filter(prep -> prep.lower().equals("of"))
        .flatMap(tree()::head)
        .filter(group -> Words.in("group", group.lemma()));
  }

  /** Not "about ten", "two or three", "two-storey", "2.5". */
  private boolean exact(Token number) {
    boolean rough =
        tree().dependents(number).stream()
            .anyMatch(word -> Words.in("approximate", word.lower()) || word.label().equals("conj"));
    boolean joined =
        tree()
                .after(number)
                .map(word -> word.tag().equals("HYPH") || word.lower().equals("or"))
                .orElse(false)
            || tree()
                .before(number)
                .map(word -> Words.in("approximate", word.lower()))
                .orElse(false);
    return !rough && !joined;
  }

  private void add(Thing thing, Token number, int value) {
    List<Token> words = new ArrayList<>(List.of(number));
    words.addAll(thing.name());
    drafts.add(basis -> new CountClaim(basis, thing.noun(), value), words, List.of(), thing);
  }
}
