package decompgen.domain.verdict;

import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.SpatialClaim;
import decompgen.domain.claim.Vocabulary;
import decompgen.domain.claim.Vocabulary.Naming.Hyponym;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.picture.Box;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a thing is where a claim says, by the boxes of both: for directions all pairs must agree,
 * for contact one pair is enough. A side of the image is a direction from the image's middle.
 */
record SpatialRule(
    Vocabulary vocabulary,
    Thresholds.Presence presence,
    Thresholds.Counting counting,
    Thresholds.Placing placing,
    Selection selection)
    implements Rule {
  SpatialRule(
      Vocabulary vocabulary,
      Thresholds.Presence presence,
      Thresholds.Counting counting,
      Thresholds.Placing placing) {
    this(vocabulary, presence, counting, placing, Selection.ALL);
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
    return new SpatialRule(vocabulary, presence, counting, placing, some);
  }

  @Override
  public boolean judges(Claim claim) {
    return claim instanceof SpatialClaim(_, _, var predicate, var object)
        && Placement.of(predicate)
            .filter(placement -> object != null || placement.directional())
            .isPresent();
  }

  /**
   * What holds for all things of a class holds for its kinds: a side that none has is not theirs.
   */
  @Override
  public boolean judgesOpenly() {
    return true;
  }

  @Override
  public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
    SpatialClaim spatial = (SpatialClaim) claim;
    Placement placement = Placement.of(spatial.predicate()).orElseThrow();
    Sightings subjects = seen(spatial.subject(), 0, located);
    String object = spatial.object();
    if (object == null)
      return ruling(
          against(Box.WHOLE, placement, there(subjects), claim.basis().given()),
          somebody(spatial.subject(), subjects),
          subjects.evidence());
    Sightings objects = seen(object, 1, located);
    List<Verdict> verdicts = pairs(placement, subjects, objects);
    return ruling(
        certain(placement, subjects, objects) ? verdicts : notSupported(verdicts),
        somebody(spatial.subject(), subjects) || somebody(object, objects),
        Sightings.both(subjects, objects));
  }

  private Sightings seen(String noun, int argument, Boxes located) {
    return Sightings.of(noun, vocabulary, located, presence).chosen(selection, argument);
  }

  private List<Detection> there(Sightings things) {
    return selection.given() ? things.likely() : things.present();
  }

  /**
   * Doubtful boxes that all lie as is said show where the things are that are taken for granted.
   */
  private boolean certain(Placement placement, Sightings subjects, Sightings objects) {
    return (subjects.sure() && objects.sure()) || (selection.given() && placement.directional());
  }

  /** "The horse on the right" only says which is meant: one that is there is enough. */
  private List<Verdict> against(
      Box whole, Placement placement, List<Detection> subjects, boolean given) {
    List<Verdict> verdicts =
        subjects.stream().map(subject -> placement.verdict(subject.box(), whole, placing)).toList();
    if (!given) return verdicts;
    return verdicts.contains(SUPPORTED) ? List.of(SUPPORTED) : List.of();
  }

  private List<Verdict> pairs(Placement placement, Sightings subjects, Sightings objects) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Detection subject : subjects.likely())
      for (Detection object : objects.likely())
        if (!subject.equals(object))
          verdicts.add(placement.verdict(subject.box(), object.box(), placing));
    return placement.directional() ? verdicts : best(verdicts);
  }

  /** Boxes that may be there are enough to contradict only. */
  private static List<Verdict> notSupported(List<Verdict> verdicts) {
    return verdicts.contains(SUPPORTED) ? List.of(UNANSWERABLE) : verdicts;
  }

  private static List<Verdict> best(List<Verdict> verdicts) {
    return verdicts.contains(SUPPORTED) ? List.of(SUPPORTED) : verdicts;
  }

  private Ruling ruling(List<Verdict> verdicts, boolean somebody, Evidence evidence) {
    Verdict agreed = Verdict.agreed(verdicts);
    return placing
        .confidence()
        .ruling(agreed == SUPPORTED && somebody ? UNANSWERABLE : agreed, evidence);
  }

  /**
   * Whether nobody knows which box is meant: not every person is a woman. Where there is only one
   * person, who is called a woman is that one.
   */
  private boolean somebody(String noun, Sightings seen) {
    return vocabulary.detectorClass(noun) instanceof Hyponym
        && !Headcount.of(seen, counting).equals(Headcount.ONE);
  }
}
