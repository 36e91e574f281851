package decompgen.domain.verdict;

import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.ScaleClaim;
import decompgen.domain.claim.Vocabulary;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a thing is of a size: in the image by the source's limits, where one box is enough and
 * nothing contradicts, for a small animal fills a picture that is taken from near; or larger than
 * another thing, when all pairs differ by the ratio.
 */
record ScaleRule(
    Vocabulary vocabulary,
    Thresholds.Presence presence,
    Thresholds.Sizing sizing,
    Selection selection)
    implements Rule {
  ScaleRule(Vocabulary vocabulary, Thresholds.Presence presence, Thresholds.Sizing sizing) {
    this(vocabulary, presence, sizing, Selection.ALL);
  }

  @Override
  public String judge() {
    return "geometry";
  }

  @Override
  public String expert() {
    return "detector";
  }

  @Override
  public Rule about(Selection some) {
    return new ScaleRule(vocabulary, presence, sizing, some);
  }

  @Override
  public boolean judges(Claim claim) {
    return claim instanceof ScaleClaim scale && Size.of(scale.quality()).isPresent();
  }

  @Override
  public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
    ScaleClaim scale = (ScaleClaim) claim;
    Size size = Size.of(scale.quality()).orElseThrow();
    Sightings things =
        Sightings.of(scale.noun(), vocabulary, located, presence).chosen(selection, 0);
    String than = scale.than();
    if (than == null)
      return sizing.confidence().ruling(inImage(size, things.present()), things.evidence());
    Sightings others = Sightings.of(than, vocabulary, located, presence).chosen(selection, 1);
    Verdict verdict = compared(size, things.present(), others.present());
    return sizing.confidence().ruling(verdict, Sightings.both(things, others));
  }

  private static Verdict inImage(Size size, List<Detection> things) {
    return things.stream().anyMatch(thing -> size.holds(thing.box())) ? SUPPORTED : UNANSWERABLE;
  }

  private Verdict compared(Size size, List<Detection> things, List<Detection> others) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Detection thing : things)
      for (Detection other : others)
        if (!thing.equals(other)) verdicts.add(byRatio(size.times(thing.box(), other.box())));
    return Verdict.agreed(verdicts);
  }

  private Verdict byRatio(double times) {
    if (times >= sizing.ratio()) return SUPPORTED;
    return times <= 1 / sizing.ratio() ? CONTRADICTED : UNANSWERABLE;
  }
}
