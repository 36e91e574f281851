package decompgen.domain.verdict;

import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Vocabulary;
import decompgen.domain.claim.Vocabulary.Naming.Hypernym;
import decompgen.domain.claim.Vocabulary.Naming.Hyponym;
import decompgen.domain.claim.Vocabulary.Naming.Synonym;
import decompgen.domain.claim.Vocabulary.Naming.Unknown;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.evidence.Evidence.Label;
import decompgen.domain.evidence.Evidence.Labels;
import decompgen.domain.expert.Question;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether there is stuff in the picture, which has no shape that a box could hold ("grass", "sky";
 * Caesar et al. 2018, COCO-Stuff): by the classifier's probability of it in the whole picture. The
 * absence of water contradicts a lake, its presence does not support one; water itself may be in a
 * glass, so it is supported only.
 */
record StuffRule(Vocabulary vocabulary, Thresholds.Stuff stuff) implements Rule {
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
        && !(vocabulary.stuff(noun) instanceof Unknown);
  }

  @Override
  public List<Question> questions(Claim claim, Boxes located) {
    return List.of(new Question.Whole());
  }

  @Override
  public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
    Labels seen = (Labels) answers.getFirst();
    return switch (vocabulary.stuff(((ObjectClaim) claim).noun())) {
      case Synonym(var label) -> ruling(label, seen, Set.of());
      case Hyponym(var label) -> ruling(label, seen, Set.of(SUPPORTED));
      case Hypernym(var labels, _) -> ruling(labels.iterator().next(), seen, Set.of(CONTRADICTED));
      case Unknown _ -> Ruling.unanswerable(seen);
    };
  }

  private Ruling ruling(String label, Labels seen, Set<Verdict> withheld) {
    Optional<Label> found =
        seen.labels().stream().filter(one -> one.label().equals(label)).findFirst();
    if (found.isEmpty()) return Ruling.unanswerable(seen);
    Verdict verdict = stuff.verdict(label, found.get().score());
    return stuff
        .confidence()
        .ruling(
            withheld.contains(verdict) ? UNANSWERABLE : verdict,
            new Labels(seen.region(), List.of(found.get())));
  }
}
