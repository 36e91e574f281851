package decompgen.domain.verdict;

import decompgen.domain.claim.Vocabulary;
import decompgen.domain.claim.Vocabulary.Naming;
import decompgen.domain.claim.Vocabulary.Naming.Unknown;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence.Boxes;
import java.util.List;
import java.util.Set;

/**
 * What the method's released code (arXiv 2411.13697) takes for a thing's boxes: all from .25 on.
 * Its detector takes any words; where ours does not know a noun, nothing is said of it.
 */
record DgprefBoxes(Vocabulary vocabulary) {
  static final double LEAST = .25;

  /** Right and wrong without doubt: the source has no scores of claims. */
  static final Confidence CERTAIN = new Confidence(1, 0);

  boolean knows(String noun) {
    return !labels(noun).isEmpty();
  }

  List<Detection> of(String noun, Boxes located) {
    Set<String> labels = labels(noun);
    return located.boxes().stream()
        .filter(box -> labels.contains(box.label()) && box.score() >= LEAST)
        .toList();
  }

  private Set<String> labels(String noun) {
    Naming naming = vocabulary.detectorClass(noun);
    return naming instanceof Unknown ? Set.of() : Sightings.labels(naming);
  }
}
