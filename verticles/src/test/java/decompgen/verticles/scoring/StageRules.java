package decompgen.verticles.scoring;

import decompgen.domain.claim.Claim;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.expert.Question;
import decompgen.domain.verdict.Rule;
import decompgen.domain.verdict.Ruling;
import decompgen.domain.verdict.Verdict;
import java.util.List;

/** The rules of {@link Stage}: one for objects, one for attributes, one for texts. */
final class StageRules {
  private StageRules() {}

  static List<Rule> all() {
    return List.of(new Seen(), new Read(), new Coloured());
  }

  /** Objects by the detector's class scores. */
  private static final class Seen implements Rule {
    @Override
    public String judge() {
      return "detector";
    }

    @Override
    public boolean judges(Claim claim) {
      return claim instanceof Claim.ObjectClaim;
    }

    @Override
    public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
      double score = located.best(((Claim.ObjectClaim) claim).noun());
      if (score >= .5) return new Ruling(Verdict.SUPPORTED, score, located);
      return score > 0
          ? new Ruling(Verdict.CONTRADICTED, score, located)
          : Ruling.unanswerable(located);
    }
  }

  /** Every attribute holds, if the thing is there. */
  private static final class Coloured implements Rule {
    @Override
    public String judge() {
      return "detector";
    }

    @Override
    public boolean judges(Claim claim) {
      return claim instanceof Claim.AttributeClaim;
    }

    @Override
    public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
      return new Ruling(Verdict.SUPPORTED, .8, located);
    }
  }

  /** Every text is read, as soon as the reader answers. */
  private static final class Read implements Rule {
    @Override
    public String judge() {
      return "reader";
    }

    @Override
    public boolean judges(Claim claim) {
      return claim instanceof Claim.TextClaim;
    }

    @Override
    public boolean needsBoxes() {
      return false;
    }

    @Override
    public List<Question> questions(Claim claim, Boxes located) {
      return List.of(new Question.Whole());
    }

    @Override
    public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
      return new Ruling(Verdict.SUPPORTED, .7, answers.getFirst());
    }
  }
}
