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
  private final List<Place> places = new ArrayList<>();

  Positions(Scene scene, Drafts drafts, Actions actions) {
    this.scene = scene;
    this.drafts = drafts;
    this.actions = actions;
  }

  void find() {
    for (Token token : tree().tokens())
      if (token.label().equals("prep")) Preposition.read(scene, token).ifPresent(this::place);
    for (Token token : tree().tokens()) if (token.noun()) contained(token);
    for (Place around : List.copyOf(places)) if (around.scene()) inhabit(around);
  }

  /** That a thing is somewhere, as the sentence says. */
  private record Place(Thing subject, Preposition said, Thing object) {
    /** "In a room": all of the picture, or much of it. */
    boolean scene() {
      return said.text().matches("in|inside|at|on|outside in")
          && Words.in("scene-place", object.kind())
          && !object.kind().matches("sky|air");
    }

    boolean beside() {
      return !Words.in("worn", object.kind())
          && (said.text().indexOf(' ') > 0
              || Words.in("adjoining", said.text())
              || said.text().matches("on|in|inside|at"));
    }
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
          say(content, bearer ? "on" : "in", List.of(of), thing, List.of());
  }

  /** "Sitting in a chair next to a vase in a room": chair and vase are in the room as well. */
  private void inhabit(Place around) {
    for (Place other : List.copyOf(places))
      if (other.subject().equals(around.subject())
          && other.beside()
          && !other.scene()
          && other.object().head().index() < around.object().head().index())
        spatial(other.object(), around.said(), List.of());
  }

  private Tree tree() {
    return scene.tree();
  }

  private void place(Preposition preposition) {
    Token governor = preposition.governor();
    if (joint(preposition)) return;
    if (preposition.text().equals("without")) lack(preposition, governor);
    else if (governor.verb()) ofVerb(preposition, governor);
    else
      for (Thing thing : scene.named(governor)) {
        spatial(thing, preposition, absence(thing));
        if (!thing.there()) continue;
        beyond(governor, preposition);
        holder(governor, preposition);
      }
  }

  /** "Bent at the elbows" says where an arm bends, not where it is. */
  private static boolean joint(Preposition preposition) {
    return preposition.words().getLast().lower().equals("at")
        && preposition.objects().stream().anyMatch(thing -> Words.in("joint", thing.kind()));
  }

  /** "A woman holding a racket next to a net": she is next to the net as well. */
  private void holder(Token held, Preposition preposition) {
    Optional<Token> verb = tree().head(held).filter(_ -> held.label().equals("dobj"));
    if (around(preposition) && verb.filter(has -> Words.in("carried", has.lemma())).isPresent())
      for (Thing holder : scene.subjects(verb.get()))
        spatial(holder, preposition, scene.denials(verb.get()));
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
      if (each.there()) spatial(each, preposition, List.of());
  }

  /**
   * Whether what holds a thing is there with it: "next to a net", "in a park", but not "in front of
   * her face".
   */
  private boolean around(Preposition preposition) {
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
                if (thing.there()) spatial(thing, preposition, List.of());
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
    if (verb.lemma().equals("hold") && around(preposition))
      for (Thing holder : scene.subjects(verb)) spatial(holder, preposition, denials);
    if (Words.in("carried", verb.lemma()) && Words.in("scene", preposition.text()))
      for (Thing object : objects) spatial(object, preposition, denials);
    boolean deed = !Words.in("stance", verb.lemma()) && !Words.in("light", verb.lemma());
    for (Thing subject : subjects) {
      boolean action = deed && !subject.read();
      if (preposition.text().equals("with")) act(subject, verb, preposition, denials);
      else if (preposition.side().isPresent() || !objects.isEmpty())
        spatial(subject, preposition, denials);
      else if (!(seated || action) && preposition.placing()) spatial(subject, preposition, denials);
      else if ((seated || moves(preposition)) && !subject.read())
        act(subject, verb, preposition, denials);
    }
  }

  private void act(Thing subject, Token verb, Preposition preposition, List<Token> denials) {
    for (Thing object : preposition.objects()) {
      if (denials.isEmpty()) places.add(new Place(subject, preposition, object));
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

  private void spatial(Thing subject, Preposition preposition, List<Token> denials) {
    preposition
        .side()
        .ifPresent(side -> say(subject, side, preposition.words(), Optional.empty(), denials));
    if (preposition.side().isEmpty() && preposition.placing())
      for (Thing object : preposition.objects())
        if (!same(subject, object)) {
          if (denials.isEmpty()) places.add(new Place(subject, preposition, object));
          say(subject, preposition.text(), preposition.words(), Optional.of(object), denials);
        }
  }

  /** "An animal …, behind the animal": "the" points back. */
  private static boolean same(Thing subject, Thing object) {
    Token first = object.words().getFirst();
    boolean definite = first.lower().equals("the") || first.tag().equals("PRP");
    if (subject.read() && object.read()) return true;
    return object.head().equals(subject.head()) || definite && object.noun().equals(subject.noun());
  }

  private void say(
      Thing subject,
      String predicate,
      List<Token> said,
      Optional<Thing> object,
      List<Token> denials) {
    List<Token> words = new ArrayList<>(subject.words());
    words.addAll(said);
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
