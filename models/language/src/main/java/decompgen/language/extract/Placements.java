package decompgen.language.extract;

import decompgen.domain.claim.Claim.SpatialClaim;
import decompgen.language.parse.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The places that a sentence gives to things, kept while they become claims. */
final class Placements {
  private final Drafts drafts;
  private final List<Place> places = new ArrayList<>();

  Placements(Drafts drafts) {
    this.drafts = drafts;
  }

  /** That a thing is somewhere, as the sentence says. */
  record Place(Thing subject, Preposition said, Thing object) {
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

  /** The places found so far. */
  List<Place> all() {
    return List.copyOf(places);
  }

  void keep(Thing subject, Preposition said, Thing object, List<Token> denials) {
    if (denials.isEmpty()) places.add(new Place(subject, said, object));
  }

  void put(Thing subject, Preposition preposition, List<Token> denials) {
    preposition
        .side()
        .ifPresent(
            side -> {
              if (tellsApart(preposition, subject)) select(subject, side, preposition.words());
              else say(subject, side, preposition.words(), Optional.empty(), denials);
            });
    if (preposition.side().isEmpty() && preposition.placing())
      for (Thing object : preposition.objects())
        if (!same(subject, object)) {
          keep(subject, preposition, object, denials);
          say(subject, preposition.text(), preposition.words(), Optional.of(object), denials);
        }
  }

  /** The "on the left" of "the dog on the left is black", not of "the dog is on the left". */
  private static boolean tellsApart(Preposition preposition, Thing subject) {
    return subject.given()
        && preposition.governor().equals(subject.head())
        && !subject.head().tag().equals("NNS");
  }

  private void select(Thing subject, String side, List<Token> said) {
    List<Token> words = new ArrayList<>(subject.words());
    words.addAll(said);
    drafts.select(subject, basis -> new SpatialClaim(basis, subject.noun(), side, null), words);
  }

  /** "An animal …, behind the animal": "the" points back. */
  private static boolean same(Thing subject, Thing object) {
    Token first = object.words().getFirst();
    boolean definite = first.lower().equals("the") || first.tag().equals("PRP");
    if (subject.read() && object.read()) return true;
    return object.head().equals(subject.head()) || definite && object.noun().equals(subject.noun());
  }

  void say(
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
}
