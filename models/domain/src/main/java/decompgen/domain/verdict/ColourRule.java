package decompgen.domain.verdict;

import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Vocabulary;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.evidence.Evidence.Colours;
import decompgen.domain.evidence.Evidence.None;
import decompgen.domain.expert.Colour;
import decompgen.domain.expert.Question;
import java.util.Comparator;
import java.util.List;

/**
 * Whether a thing has a colour, by the shares of named colours in its boxes. One box of the colour
 * is enough; to contradict, each must hardly have it and be mostly of another that light or shade
 * does not turn into it.
 */
record ColourRule(
    Vocabulary vocabulary, Thresholds.Presence presence, Thresholds.Colouring colouring)
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
    List<Colours> seen = answers.stream().map(Colours.class::cast).toList();
    Colours most =
        seen.stream().max(Comparator.comparingDouble(box -> share(colour, box))).orElseThrow();
    return colouring.confidence().ruling(verdict(colour, seen), most);
  }

  private Verdict verdict(Colour colour, List<Colours> seen) {
    List<Verdict> verdicts = seen.stream().map(box -> verdict(colour, box)).toList();
    if (verdicts.contains(SUPPORTED)) return SUPPORTED;
    return Verdict.agreed(verdicts);
  }

  private Verdict verdict(Colour colour, Colours box) {
    return switch (colouring.shares().verdict(share(colour, box))) {
      case SUPPORTED -> SUPPORTED;
      case CONTRADICTED -> other(colour, box) ? CONTRADICTED : UNANSWERABLE;
      case NOT_APPLICABLE, UNANSWERABLE -> UNANSWERABLE;
    };
  }

  private boolean other(Colour colour, Colours box) {
    return box.shares().entrySet().stream()
        .filter(share -> share.getValue() >= colouring.dominant())
        .flatMap(share -> Colour.named(share.getKey()).stream())
        .anyMatch(dominant -> dominant != colour && !dominant.resembles(colour));
  }

  private static double share(Colour colour, Colours box) {
    return box.shares().getOrDefault(colour.word(), 0.0);
  }
}
