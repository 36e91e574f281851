package decompgen.domain.verdict;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Vocabulary;
import decompgen.domain.claim.Vocabulary.Naming.Unknown;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.evidence.Evidence.Colours;
import decompgen.domain.evidence.Evidence.None;
import decompgen.domain.expert.Colour;
import decompgen.domain.expert.Question;
import decompgen.domain.picture.Box;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a thing has a colour, by the shares of named colours in its boxes. One box of the colour
 * is enough; to contradict, all must lack it, with what they stand before and without. Boxes that
 * persons cover say nothing.
 */
record ColourRule(
    Vocabulary vocabulary, Thresholds.Presence presence, Colouring colouring, Selection selection)
    implements Rule {
  ColourRule(Vocabulary vocabulary, Thresholds.Presence presence, Colouring colouring) {
    this(vocabulary, presence, colouring, Selection.ALL);
  }

  /** What people sit and stand on, so that their boxes are full of people. */
  private static final Set<String> SEATS =
      Set.of(
          "bed",
          "bench",
          "bicycle",
          "chair",
          "couch",
          "horse",
          "motorcycle",
          "skateboard",
          "skis",
          "snowboard",
          "surfboard",
          "toilet");

  /** What covers all of an animal, so that its colour is the animal's. */
  private static final Map<String, Set<String>> COATS =
      Map.of(
          "fur", Set.of("bear", "cat", "cow", "dog", "giraffe", "horse", "sheep", "zebra"),
          "plumage", Set.of("bird"),
          "feather", Set.of("bird"));

  private static final double COVERED = .5;

  @Override
  public String judge() {
    return "colour";
  }

  @Override
  public boolean judgesOpenly() {
    return true;
  }

  @Override
  public Rule about(Selection some) {
    return new ColourRule(vocabulary, presence, colouring, some);
  }

  @Override
  public boolean judges(Claim claim) {
    return claim instanceof AttributeClaim(_, var attribute, var noun)
        && Colour.named(attribute).isPresent()
        && (COATS.containsKey(noun) || found(noun))
        && coloured(Sightings.labels(vocabulary.detectorClass(noun)));
  }

  /** Who calls a person black or white does not speak of the colours in the box. */
  private static boolean coloured(Set<String> labels) {
    return !labels.contains("person");
  }

  /** Whether the detector or a closer look may find it. */
  private boolean found(String noun) {
    return !(vocabulary.detectorClass(noun) instanceof Unknown)
        || !vocabulary.classifierLabels(noun).isEmpty();
  }

  /** Two for each box: the thing alone, and all that shows in its box. */
  @Override
  public List<Question> questions(Claim claim, Boxes located) {
    return things(claim, located)
        .map(Detection::box)
        .<Question>mapMulti(
            (box, ask) -> {
              ask.accept(new Question.Region(box));
              ask.accept(new Question.Patch(box));
            })
        .toList();
  }

  @Override
  public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
    if (answers.isEmpty()) return Ruling.unanswerable(new None());
    Colour colour = Colour.named(((AttributeClaim) claim).attribute()).orElseThrow();
    List<Colours> seen = answers.stream().map(Colours.class::cast).toList();
    List<Boolean> covered = things(claim, located).map(thing -> covered(thing, located)).toList();
    boolean shows = false;
    boolean lacks = true;
    for (int i = 0; i < covered.size(); i++) {
      shows |= !covered.get(i) && colouring.shows(colour, seen.get(2 * i));
      lacks &=
          !covered.get(i)
              && colouring.lacks(colour, seen.get(2 * i))
              && colouring.clear(colour, seen.get(2 * i + 1));
    }
    Colours most =
        seen.stream()
            .max(Comparator.comparingDouble(look -> Colouring.share(colour, look)))
            .orElseThrow();
    return colouring.confidence().ruling(Colouring.verdict(shows, lacks), most);
  }

  private Stream<Detection> things(Claim claim, Boxes located) {
    String noun = ((AttributeClaim) claim).noun();
    Set<String> labels = COATS.getOrDefault(noun, Sightings.labels(vocabulary.detectorClass(noun)));
    return new Sightings(labels, located, presence)
        .chosen(selection, 0).likely().stream().limit(Sightings.MOST_REGIONS);
  }

  private boolean covered(Detection thing, Boxes located) {
    Box box = thing.box();
    return SEATS.contains(thing.label())
        && located.of("person", presence.of("person").present()).stream()
            .anyMatch(person -> box.inside(person.box()) >= COVERED);
  }
}
