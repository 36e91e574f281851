package decompgen.domain.verdict;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Vocabulary;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.evidence.Evidence.Colours;
import decompgen.domain.evidence.Evidence.None;
import decompgen.domain.expert.Colour;
import decompgen.domain.expert.Question;
import java.util.List;

/**
 * Whether a thing has a colour, by the shares of named colours in its boxes. One box of the colour
 * is enough; to contradict, each must hardly have it and be mostly of others that light or shade do
 * not turn into it.
 */
record ColourRule(Vocabulary vocabulary, Thresholds.Presence presence, Colouring colouring)
    implements Rule {
  @Override
  public String judge() {
    return "colour";
  }

  @Override
  public boolean judges(Claim claim) {
    return claim instanceof AttributeClaim(_, var attribute, var noun)
        && Colour.named(attribute).isPresent()
        && !Sightings.labels(vocabulary.detectorClass(noun)).isEmpty();
  }

  @Override
  public List<Question> questions(Claim claim, Boxes located) {
    String noun = ((AttributeClaim) claim).noun();
    return Sightings.of(noun, vocabulary, located, presence).crops();
  }

  @Override
  public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
    if (answers.isEmpty()) return Ruling.unanswerable(new None());
    Colour colour = Colour.named(((AttributeClaim) claim).attribute()).orElseThrow();
    return colouring.ruling(colour, answers.stream().map(Colours.class::cast).toList());
  }
}
