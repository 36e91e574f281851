package decompgen.domain.verdict;

import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Claim.CountClaim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Claim.RelationClaim;
import decompgen.domain.claim.Claim.ScaleClaim;
import decompgen.domain.claim.Claim.SpatialClaim;
import decompgen.domain.claim.Claim.TextClaim;
import decompgen.domain.claim.Vocabulary;
import decompgen.domain.claim.Vocabulary.Naming.Hyponym;
import decompgen.domain.claim.Vocabulary.Naming.Synonym;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.evidence.Evidence.Label;
import decompgen.domain.evidence.Evidence.Labels;
import decompgen.domain.evidence.Evidence.None;
import decompgen.domain.expert.Question;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a thing is of a kind ("a husky", "a tabby cat"), by the classifier's labels for its
 * boxes. Only labels of the same family are weighed: what a dog is among dogs.
 */
record KindRule(Vocabulary vocabulary, Thresholds.Presence presence, Thresholds.Kinds kinds)
    implements Rule {
  /** The classifier's labels of the kind and of its family, and the detector's class of both. */
  private record Kind(Set<String> labels, Set<String> family, String detected) {}

  /** A box with the share that the kind has in its family; negative when of another family. */
  private record Part(Labels seen, double share) {}

  @Override
  public String judge() {
    return "classifier";
  }

  @Override
  public boolean judges(Claim claim) {
    return kind(claim).isPresent();
  }

  @Override
  public List<Question> questions(Claim claim, Boxes located) {
    Set<String> detected = Set.of(kind(claim).orElseThrow().detected());
    return new Sightings(detected, located, presence).patches();
  }

  @Override
  public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
    Kind kind = kind(claim).orElseThrow();
    List<Part> parts = answers.stream().map(answer -> part((Labels) answer, kind)).toList();
    if (parts.isEmpty()) return Ruling.unanswerable(new None());
    Part best = parts.stream().max(Comparator.comparingDouble(Part::share)).orElseThrow();
    return kinds.confidence().ruling(verdict(parts, best), best.seen());
  }

  /**
   * One box of the kind is enough; to contradict, all must be of the family and not of the kind.
   */
  private Verdict verdict(List<Part> parts, Part best) {
    boolean allKnown = parts.stream().allMatch(part -> part.share() >= 0);
    return switch (kinds.shares().verdict(Math.max(0, best.share()))) {
      case SUPPORTED -> SUPPORTED;
      case CONTRADICTED -> allKnown ? CONTRADICTED : UNANSWERABLE;
      case NOT_APPLICABLE, UNANSWERABLE -> UNANSWERABLE;
    };
  }

  private Part part(Labels seen, Kind kind) {
    double family = sum(seen, kind.family());
    return new Part(seen, family >= kinds.family() ? sum(seen, kind.labels()) / family : -1);
  }

  private static double sum(Labels seen, Set<String> labels) {
    return seen.labels().stream()
        .filter(label -> labels.contains(label.label()))
        .mapToDouble(Label::score)
        .sum();
  }

  private Optional<Kind> kind(Claim claim) {
    return switch (claim) {
      case ObjectClaim(_, var noun)
          when vocabulary.detectorClass(noun) instanceof Hyponym(var label) ->
          kind(vocabulary.classifierLabels(noun), related(noun, label), label);
      case AttributeClaim(_, var attribute, var noun)
          when vocabulary.detectorClass(noun) instanceof Synonym(var label) ->
          kind(attributed(attribute, noun), vocabulary.classifierLabels(label), label);
      case ObjectClaim _, AttributeClaim _ -> Optional.empty();
      case CountClaim _, RelationClaim _, SpatialClaim _, ScaleClaim _, TextClaim _ ->
          Optional.empty();
    };
  }

  /**
   * The family that a kind is told from: the class, and the kind itself where biology has it
   * elsewhere (a panda is called a bear).
   */
  private Set<String> related(String kind, String detected) {
    Set<String> family = new HashSet<>(vocabulary.classifierLabels(detected));
    if (!family.isEmpty()) family.addAll(vocabulary.classifierLabels(kind));
    return family;
  }

  private Set<String> attributed(String attribute, String noun) {
    Set<String> whole = vocabulary.classifierLabels(attribute + " " + noun);
    return whole.isEmpty() ? vocabulary.classifierLabels(attribute) : whole;
  }

  /** Empty unless some labels of the family are of the kind and some are not. */
  private static Optional<Kind> kind(Set<String> labels, Set<String> family, String detected) {
    Set<String> within = new HashSet<>(labels);
    within.retainAll(family);
    return within.isEmpty() || within.size() == family.size()
        ? Optional.empty()
        : Optional.of(new Kind(within, family, detected));
  }
}
