package decompgen.domain.verdict;

import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Vocabulary;
import decompgen.domain.claim.Vocabulary.Naming.Unknown;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.evidence.Evidence.Label;
import decompgen.domain.evidence.Evidence.Labels;
import decompgen.domain.expert.Question;
import java.util.List;
import java.util.Set;

/**
 * Whether the whole picture is one of a thing that the detector does not know ("a castle"), by the
 * classifier. It names one thing of many, so its silence contradicts nothing.
 */
record SceneRule(Vocabulary vocabulary, Thresholds.Kinds kinds) implements Rule {
  @Override
  public String judge() {
    return "classifier";
  }

  @Override
  public boolean needsBoxes() {
    return false;
  }

  @Override
  public boolean judges(Claim claim) {
    return claim instanceof ObjectClaim(_, var noun)
        && vocabulary.detectorClass(noun) instanceof Unknown
        && !vocabulary.classifierLabels(noun).isEmpty();
  }

  @Override
  public List<Question> questions(Claim claim, Boxes located) {
    return List.of(new Question.Whole());
  }

  @Override
  public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
    Set<String> named = vocabulary.classifierLabels(((ObjectClaim) claim).noun());
    Labels seen = (Labels) answers.getFirst();
    double probability =
        seen.labels().stream()
            .filter(label -> named.contains(label.label()))
            .mapToDouble(Label::score)
            .sum();
    Verdict verdict = probability >= kinds.scene() ? SUPPORTED : UNANSWERABLE;
    return kinds.confidence().ruling(verdict, seen);
  }
}
