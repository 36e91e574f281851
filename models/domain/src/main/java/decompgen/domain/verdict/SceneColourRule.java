package decompgen.domain.verdict;

import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Vocabulary;
import decompgen.domain.claim.Vocabulary.Naming.Unknown;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.evidence.Evidence.Colours;
import decompgen.domain.expert.Colour;
import decompgen.domain.expert.Question;
import java.util.List;

/**
 * Whether a thing that the whole picture is a picture of ("a church", as {@link SceneRule} finds)
 * lacks a colour: it fills so much of the picture that its colour does too. A thing that was found
 * in a box is {@link ColourRule}'s, and one that is there as stuff only may be small. Much of a
 * colour supports nothing: it may be the sky's.
 */
record SceneColourRule(
    Vocabulary vocabulary,
    Thresholds.Presence presence,
    Thresholds.Kinds kinds,
    Colouring colouring)
    implements Rule {
  @Override
  public String judge() {
    return "colour";
  }

  @Override
  public boolean judges(Claim claim) {
    return claim instanceof AttributeClaim(_, var attribute, var noun)
        && Colour.named(attribute).isPresent()
        && vocabulary.detectorClass(noun) instanceof Unknown
        && !vocabulary.classifierLabels(noun).isEmpty();
  }

  @Override
  public List<Question> questions(Claim claim, Boxes located) {
    return List.of(new Question.Whole());
  }

  @Override
  public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
    AttributeClaim attributed = (AttributeClaim) claim;
    Colour colour = Colour.named(attributed.attribute()).orElseThrow();
    Colours seen = (Colours) answers.getFirst();
    boolean boxed = Sightings.of(attributed.noun(), vocabulary, located, presence).sure();
    boolean scene = !boxed && located.best(attributed.noun()) >= kinds.scene();
    boolean lacks = scene && colouring.scenic(colour, seen);
    return colouring.confidence().ruling(lacks ? CONTRADICTED : UNANSWERABLE, seen);
  }
}
