package decompgen.domain.verdict;

import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.evidence.Evidence.Colours;
import decompgen.domain.expert.Colour;
import decompgen.domain.expert.Question;
import java.util.List;

/**
 * Whether a picture has a colour at all: without it, nothing in the picture has it. It says nothing
 * for the colour, and needs no box.
 */
record PaletteRule(Colouring colouring) implements Rule {
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
        && Colour.named(attribute).isPresent();
  }

  @Override
  public List<Question> questions(Claim claim, Boxes located) {
    return List.of(new Question.Whole());
  }

  @Override
  public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
    Colour colour = Colour.named(((AttributeClaim) claim).attribute()).orElseThrow();
    Colours seen = (Colours) answers.getFirst();
    Verdict verdict = colouring.nowhere(colour, seen) ? CONTRADICTED : UNANSWERABLE;
    return colouring.confidence().ruling(verdict, seen);
  }
}
