package decompgen.language.extract;

import decompgen.domain.claim.Claim.RelationClaim;
import decompgen.domain.claim.Claim.SpatialClaim;
import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds where things are: "on the table", "to the left of the dog", "in the background". */
final class Positions {
  private static final Set<String> SEATED = Set.of("sit", "seat", "ride", "perch");

  private final Scene scene;
  private final Drafts drafts;
  private final Actions actions;

  Positions(Scene scene, Drafts drafts, Actions actions) {
    this.scene = scene;
    this.drafts = drafts;
    this.actions = actions;
  }

  void find() {
    for (Token token : tree().tokens())
      if (token.label().equals("prep")) Preposition.read(scene, token).ifPresent(this::place);
  }

  private Tree tree() {
    return scene.tree();
  }

  private void place(Preposition preposition) {
    Token governor = preposition.governor();
    if (preposition.text().equals("without")) lack(preposition, governor);
    else if (governor.verb()) ofVerb(preposition, governor);
    else if (!preposition.text().equals("at"))
      for (Thing thing : scene.named(governor)) {
        spatial(thing, preposition, absence(thing));
        if (!thing.there()) continue;
        beyond(governor, preposition);
        holder(governor, preposition);
      }
  }

  /** "A woman holding a racket next to a net": she is next to the net as well. */
  private void holder(Token held, Preposition preposition) {
    Optional<Token> verb = tree().head(held).filter(_ -> held.label().equals("dobj"));
    if (verb.isEmpty() || !around(preposition) || !Words.in("carried", verb.get().lemma())) return;
    for (Thing holder : scene.subjects(verb.get()))
      spatial(holder, preposition, scene.denials(verb.get()));
  }

  /**
   * Whether what holds a thing is there with it: "next to a net", "in a park", but not "in front of
   * her face".
   */
  private boolean around(Preposition preposition) {
    boolean own =
        preposition.objects().stream()
            .anyMatch(place -> tree().dependent(place.head(), "poss").isPresent());
    return !own && surrounds(preposition);
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
                if (thing.there()) spatial(thing, preposition, List.of());
            });
  }

  private static boolean carries(String outer, String inner) {
    return Words.in("carrying", outer) && Words.in("chained", inner)
        || Words.in("adjoining", outer.split(" ")[0]) && inner.matches("in|inside|along");
  }

  /** The things of which a preposition says where they are. */
  private List<Thing> placed(Preposition preposition) {
    Token governor = preposition.governor();
    if (governor.noun()) return scene.named(governor);
    boolean alone = scene.objects(governor).isEmpty() && scene.denials(governor).isEmpty();
    return alone && Words.in("stance", governor.lemma()) ? scene.subjects(governor) : List.of();
  }

  /** "There isn't a dog on the table". */
  private List<Token> absence(Thing thing) {
    boolean absent = thing.hypothetical() && thing.denials().isEmpty();
    return absent ? tree().head(thing.head()).map(scene::denials).orElse(List.of()) : List.of();
  }

  private void ofVerb(Preposition preposition, Token verb) {
    if (preposition.text().equals("with") && !Words.in("with", verb.lemma())) return;
    List<Token> denials = scene.denials(verb);
    boolean moved =
        Words.in("light", verb.lemma()) || verb.lemma().matches("place|put|set|have|see|hold");
    List<Thing> objects = scene.objects(verb);
    List<Thing> subjects = moved && !objects.isEmpty() ? objects : scene.subjects(verb);
    boolean seated =
        SEATED.contains(verb.lemma()) && preposition.text().matches("on|in|upon|atop|at");
    if (verb.lemma().equals("hold") && around(preposition))
      for (Thing holder : scene.subjects(verb)) spatial(holder, preposition, denials);
    if (Words.in("carried", verb.lemma()) && Words.in("scene", preposition.text()))
      for (Thing object : objects) spatial(object, preposition, denials);
    boolean action = !Words.in("stance", verb.lemma()) && !Words.in("light", verb.lemma());
    for (Thing subject : subjects)
      if (preposition.side().isPresent() || !objects.isEmpty())
        spatial(subject, preposition, denials);
      else if (!(seated || action) && preposition.placing()) spatial(subject, preposition, denials);
      else if (seated || moves(preposition))
        for (Thing object : preposition.objects())
          actions.relate(subject, verb, preposition.words(), object, denials);
  }

  private static boolean moves(Preposition preposition) {
    return preposition.text().equals("with")
        || Words.in("motion", preposition.words().getLast().form());
  }

  private void spatial(Thing subject, Preposition preposition, List<Token> denials) {
    preposition
        .side()
        .ifPresent(side -> say(subject, side, preposition, Optional.empty(), denials));
    if (preposition.side().isEmpty() && preposition.placing())
      for (Thing object : preposition.objects())
        if (!same(subject, object))
          say(subject, preposition.text(), preposition, Optional.of(object), denials);
  }

  /** "An animal …, behind the animal": "the" points back. */
  private static boolean same(Thing subject, Thing object) {
    boolean definite = object.words().getFirst().lower().equals("the");
    return object.head().equals(subject.head()) || definite && object.noun().equals(subject.noun());
  }

  private void say(
      Thing subject,
      String predicate,
      Preposition said,
      Optional<Thing> object,
      List<Token> denials) {
    List<Token> words = new ArrayList<>(subject.words());
    words.addAll(said.words());
    object.ifPresent(thing -> words.addAll(thing.words()));
    Thing[] about = object.map(thing -> new Thing[] {subject, thing}).orElse(new Thing[] {subject});
    drafts.add(
        basis ->
            new SpatialClaim(
                basis, subject.noun(), predicate, object.map(Thing::noun).orElse(null)),
        words,
        denials,
        about);
  }

  /** "A man without a hat". */
  private void lack(Preposition preposition, Token governor) {
    List<Thing> owners = governor.verb() ? scene.subjects(governor) : scene.named(governor);
    for (Thing owner : owners)
      for (Thing lacked : preposition.objects()) {
        if (lacked.denied()) continue;
        List<Token> words = new ArrayList<>(owner.words());
        words.addAll(preposition.words());
        words.addAll(lacked.words());
        drafts.add(
            basis -> new RelationClaim(basis, owner.noun(), "with", lacked.noun()),
            words,
            preposition.words(),
            owner,
            lacked);
      }
  }
}
