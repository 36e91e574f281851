package decompgen.domain.verdict;

import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Vocabulary;
import decompgen.domain.claim.Vocabulary.Naming;
import decompgen.domain.claim.Vocabulary.Naming.Hypernym;
import decompgen.domain.claim.Vocabulary.Naming.Hyponym;
import decompgen.domain.claim.Vocabulary.Naming.Synonym;
import decompgen.domain.claim.Vocabulary.Naming.Unknown;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Whether a thing is there, by the best score of its class anywhere in the picture. The absence of
 * a class contradicts its kinds, its presence does not support them; any member supports what
 * stands above several classes, and only when all are absent and nothing else is a member is it
 * contradicted.
 */
record ObjectRule(Vocabulary vocabulary, Thresholds.Presence presence) implements Rule {
  @Override
  public String judge() {
    return "detector";
  }

  @Override
  public boolean judges(Claim claim) {
    return claim instanceof ObjectClaim;
  }

  @Override
  public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
    Naming naming = vocabulary.detectorClass(((ObjectClaim) claim).noun());
    Sightings sightings = new Sightings(Sightings.labels(naming), located, presence);
    if (!sightings.known()) return Ruling.unanswerable(sightings.evidence());
    return switch (naming) {
      case Synonym(var label) -> ruling(verdict(label, located), label, sightings);
      case Hyponym(var label) -> ruling(unlessSupported(label, located), label, sightings);
      case Hypernym(_, boolean complete) -> ofAny(sightings, complete);
      case Unknown _ -> Ruling.unanswerable(new Boxes(List.of(), Map.of()));
    };
  }

  private Verdict verdict(String label, Boxes located) {
    return presence.verdict(label, located);
  }

  private Verdict unlessSupported(String label, Boxes located) {
    return verdict(label, located) == CONTRADICTED ? CONTRADICTED : UNANSWERABLE;
  }

  /** By the member that is most likely there. */
  private Ruling ofAny(Sightings sightings, boolean complete) {
    String likeliest =
        sightings.labels().stream()
            .max(Comparator.comparingDouble(label -> probability(label, sightings.located())))
            .orElseThrow();
    boolean allAbsent =
        sightings.labels().stream()
            .allMatch(label -> verdict(label, sightings.located()) == CONTRADICTED);
    boolean anyPresent =
        sightings.labels().stream()
            .anyMatch(label -> verdict(label, sightings.located()) == SUPPORTED);
    Verdict verdict = anyPresent ? SUPPORTED : allAbsent && complete ? CONTRADICTED : UNANSWERABLE;
    return ruling(verdict, likeliest, sightings);
  }

  private Ruling ruling(Verdict verdict, String label, Sightings sightings) {
    double probability = probability(label, sightings.located());
    return switch (verdict) {
      case SUPPORTED -> new Ruling(verdict, Math.max(.5, probability), sightings.evidence());
      case CONTRADICTED -> new Ruling(verdict, Math.min(.5, probability), sightings.evidence());
      case NOT_APPLICABLE, UNANSWERABLE -> Ruling.unanswerable(sightings.evidence());
    };
  }

  private double probability(String label, Boxes located) {
    return presence.probability(label, located.best(label));
  }
}
