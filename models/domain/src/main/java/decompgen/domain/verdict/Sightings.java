package decompgen.domain.verdict;

import decompgen.domain.claim.Vocabulary;
import decompgen.domain.claim.Vocabulary.Naming;
import decompgen.domain.claim.Vocabulary.Naming.Hypernym;
import decompgen.domain.claim.Vocabulary.Naming.Hyponym;
import decompgen.domain.claim.Vocabulary.Naming.Synonym;
import decompgen.domain.claim.Vocabulary.Naming.Unknown;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.expert.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the detector saw of the classes that one noun names. A class that the detector does not know
 * has no score, not 0: nothing follows from its silence.
 */
record Sightings(Set<String> labels, Boxes located, Thresholds.Presence presence) {
  /** Regions that are looked at for one claim; the best boxes come first. */
  static final int MOST_REGIONS = 5;

  static Sightings of(
      String noun, Vocabulary vocabulary, Boxes located, Thresholds.Presence presence) {
    return new Sightings(labels(vocabulary.detectorClass(noun)), located, presence);
  }

  /**
   * The classes that a naming speaks of, or the noun itself when it is unknown: a closer look may
   * have found it.
   */
  static Set<String> labels(Naming naming) {
    return switch (naming) {
      case Synonym(var label) -> Set.of(label);
      case Hyponym(var label) -> Set.of(label);
      case Hypernym(var labels, _) -> new TreeSet<>(labels);
      case Unknown(var noun) -> Set.of(noun);
    };
  }

  /** Whether the detector looked for all of the classes. */
  boolean known() {
    return !labels.isEmpty() && located.classScores().keySet().containsAll(labels);
  }

  /** Whether one of the classes is of small things, which the detector overlooks. */
  boolean small() {
    return labels.stream().anyMatch(presence::small);
  }

  /** Only those that a claim speaks of by its noun at that place. */
  Sightings chosen(Selection selection, int argument) {
    List<Detection> chosen = selection.of(argument, likely());
    if (chosen.equals(likely())) return this;
    List<Detection> left =
        located.boxes().stream()
            .filter(box -> !labels.contains(box.label()) || chosen.contains(box))
            .toList();
    return new Sightings(labels, new Boxes(left, located.classScores()), presence);
  }

  /** Boxes that are held to be there, best first. */
  List<Detection> present() {
    return boxes(box -> box.score() >= presence.of(box.label()).present());
  }

  /** Boxes that may be there, best first: all that are not held to be missing. */
  List<Detection> possible() {
    return boxes(box -> box.score() >= presence.of(box.label()).absent());
  }

  /** Whether there are boxes that are held to be there. */
  boolean sure() {
    return !present().isEmpty();
  }

  /** Boxes that are held to be there; when there are none, those that may be. */
  List<Detection> likely() {
    List<Detection> present = present();
    return present.isEmpty() ? possible() : present;
  }

  /** The possible boxes and the classes' best scores: what a ruling shows. */
  Boxes evidence() {
    Map<String, Double> scores =
        labels.stream()
            .filter(located.classScores()::containsKey)
            .collect(Collectors.toMap(label -> label, located::best));
    return new Boxes(possible(), scores);
  }

  /** What a ruling on two nouns shows: the likely boxes. */
  static Boxes both(Sightings one, Sightings other) {
    List<Detection> boxes = new ArrayList<>(one.likely());
    other.likely().stream().filter(box -> !boxes.contains(box)).forEach(boxes::add);
    Map<String, Double> scores = new HashMap<>(one.evidence().classScores());
    scores.putAll(other.evidence().classScores());
    return new Boxes(boxes, scores);
  }

  /** Asks what the best of the boxes show that are held to be there. */
  List<Question> patches() {
    return present().stream()
        .limit(MOST_REGIONS)
        .map(Detection::box)
        .<Question>map(Question.Patch::new)
        .toList();
  }

  private List<Detection> boxes(Predicate<Detection> seen) {
    return located.boxes().stream()
        .filter(box -> labels.contains(box.label()))
        .filter(seen)
        .toList();
  }
}
