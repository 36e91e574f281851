package decompgen.domain.verdict;

import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Vocabulary;
import decompgen.domain.claim.Vocabulary.Naming.Hypernym;
import decompgen.domain.claim.Vocabulary.Naming.Unknown;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.picture.Box;
import java.util.List;
import java.util.Set;

/**
 * Whether a thing is there that the detector has no class for ("a castle"), or classes for some of
 * its kinds only ("fruit"), by what a {@link CloserLook} of the classifier found in the whole
 * picture or in a box. It names one thing of many, so its silence contradicts nothing.
 */
record SceneRule(Vocabulary vocabulary, Thresholds.Presence presence, Thresholds.Kinds kinds)
    implements Rule {
  @Override
  public String judge() {
    return "classifier";
  }

  @Override
  public boolean judges(Claim claim) {
    return claim instanceof ObjectClaim(_, var noun)
        && (vocabulary.detectorClass(noun) instanceof Unknown
            || vocabulary.detectorClass(noun) instanceof Hypernym)
        && !vocabulary.classifierLabels(noun).isEmpty();
  }

  @Override
  public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
    String noun = ((ObjectClaim) claim).noun();
    Verdict verdict = located.best(noun) >= kinds.scene() ? SUPPORTED : UNANSWERABLE;
    return kinds.confidence().ruling(verdict, evidence(noun, located));
  }

  /** The thing's boxes, or the whole picture when that alone shows it. */
  private Boxes evidence(String noun, Boxes located) {
    Boxes seen = new Sightings(Set.of(noun), located, presence).evidence();
    double score = located.best(noun);
    if (!seen.boxes().isEmpty() || score < kinds.scene()) return seen;
    return new Boxes(List.of(new Detection(noun, score, Box.WHOLE)), seen.classScores());
  }
}
