package decompgen.domain.verdict;

import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.evidence.Evidence.Colours;
import decompgen.domain.expert.Colour;
import decompgen.domain.expert.Question;
import java.util.Arrays;
import java.util.List;

/**
 * Whether the picture is black and white, by how much of it has a hue: supported below {@code
 * hues.absent}, contradicted from {@code stray} on. Brown does not contradict: old prints are
 * called black and white, too.
 */
record ToneRule(Colouring colouring) implements Rule {
  @Override
  public String judge() {
    return "colour";
  }

  @Override
  public boolean needsBoxes() {
    return false;
  }

  @Override
  public boolean judges(Claim claim) {
    return claim instanceof AttributeClaim(_, var attribute, _)
        && attribute.equals("black and white");
  }

  @Override
  public List<Question> questions(Claim claim, Boxes located) {
    return List.of(new Question.Whole());
  }

  @Override
  public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
    Colours seen = (Colours) answers.getFirst();
    double hues =
        Arrays.stream(Colour.values())
            .filter(colour -> !colour.neutral())
            .mapToDouble(colour -> seen.shares().getOrDefault(colour.word(), 0.0))
            .sum();
    double brown = seen.shares().getOrDefault(Colour.BROWN.word(), 0.0);
    return colouring.confidence().ruling(verdict(hues, hues - brown), seen);
  }

  private Verdict verdict(double hues, double otherThanBrown) {
    if (hues < colouring.hues().absent()) return SUPPORTED;
    return otherThanBrown >= colouring.stray() ? CONTRADICTED : UNANSWERABLE;
  }
}
