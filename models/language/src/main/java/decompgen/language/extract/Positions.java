package decompgen.language.extract;

import decompgen.domain.claim.Claim.RelationClaim;
import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds where things are: "on the table", "to the left of the dog", "on the left". */
final class Positions {
  private static final Set<String> SEATED = Set.of("sit", "seat", "ride", "perch");

  private final Scene scene;
  private final Drafts drafts;
  private final Placements placements;
  private final Surroundings surroundings;
  private final Actions actions;

  Positions(Scene scene, Drafts drafts, Actions actions) {
    this.scene = scene;
    this.drafts = drafts;
    this.actions = actions;
    placements = new Placements(drafts);
    surroundings = new Surroundings(scene, placements);
  }

  void find() {
    for (Token token : tree().tokens())
      if (token.label().equals("prep")) Preposition.read(scene, token).ifPresent(this::place);
    surroundings.find();
  }

  private Tree tree() {
    return scene.tree();
  }

  private void place(Preposition preposition) {
    Token governor = preposition.governor();
    if (joint(preposition) || governor.lemma().equals("make")) return;
    if (preposition.text().equals("without")) lack(preposition, governor);
    else if (governor.verb()) ofVerb(preposition, governor);
    else
      for (Thing thing : scene.named(governor)) {
        placements.put(thing, preposition, absence(thing));
        if (thing.there()) surroundings.follow(preposition);
      }
  }

  /** "Bent at the elbows" says where an arm bends, not where it is. */
  private static boolean joint(Preposition preposition) {
    return preposition.words().getLast().lower().equals("at")
        && preposition.objects().stream().anyMatch(thing -> Words.in("joint", thing.kind()));
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
    boolean borne = moved || bears(preposition);
    List<Thing> subjects = borne && !objects.isEmpty() ? objects : scene.subjects(verb);
    boolean seated =
        SEATED.contains(verb.lemma()) && preposition.text().matches("on|in|upon|atop|at");
    if (verb.lemma().equals("hold") && surroundings.around(preposition))
      for (Thing holder : scene.subjects(verb)) placements.put(holder, preposition, denials);
    if (Words.in("carried", verb.lemma()) && Words.in("scene", preposition.text()))
      for (Thing object : objects) placements.put(object, preposition, denials);
    boolean deed = !Words.in("stance", verb.lemma()) && !Words.in("light", verb.lemma());
    for (Thing subject : subjects) {
      boolean action = deed && !subject.read();
      if (preposition.side().isPresent() && Words.in("turning", verb.lemma())) continue;
      else if (preposition.text().equals("with")) act(subject, verb, preposition, denials);
      else if (preposition.side().isPresent() || !objects.isEmpty())
        placements.put(subject, preposition, denials);
      else if (!(seated || action) && preposition.placing())
        placements.put(subject, preposition, denials);
      else if ((seated || moves(preposition)) && !subject.read())
        act(subject, verb, preposition, denials);
    }
  }

  private void act(Thing subject, Token verb, Preposition preposition, List<Token> denials) {
    for (Thing object : preposition.objects()) {
      placements.keep(subject, preposition, object, denials);
      actions.relate(subject, verb, preposition.words(), object, denials);
    }
  }

  /** Candles are blown out on a cake, vegetables cut on a board; but people read on a bench. */
  private static boolean bears(Preposition preposition) {
    return preposition.text().matches("on|in|inside")
        && preposition.objects().stream().anyMatch(place -> Words.in("worktop", place.kind()));
  }

  private static boolean moves(Preposition preposition) {
    return preposition.text().equals("with")
        || Words.in("motion", preposition.words().getLast().form());
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
