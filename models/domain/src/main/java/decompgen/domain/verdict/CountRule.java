package decompgen.domain.verdict;

import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.CountClaim;
import decompgen.domain.claim.Vocabulary;
import decompgen.domain.claim.Vocabulary.Naming;
import decompgen.domain.claim.Vocabulary.Naming.Hypernym;
import decompgen.domain.claim.Vocabulary.Naming.Hyponym;
import decompgen.domain.claim.Vocabulary.Naming.Unknown;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import java.util.List;

/**
 * Whether there are just so many: the true number is held to lie between the boxes that are surely
 * there and those that may be. Of the kinds of a class there are at most as many as of the class;
 * of what stands above several classes, and of more, there are at least as many as were found. What
 * the detector has no class for is counted when a closer look found some of it, for its silence
 * says nothing.
 */
record CountRule(Vocabulary vocabulary, Thresholds.Presence presence, Thresholds.Counting counting)
    implements Rule {
  @Override
  public String judge() {
    return "detector";
  }

  @Override
  public boolean judges(Claim claim) {
    return claim instanceof CountClaim;
  }

  /**
   * More than there may be are too many of any kind; none is supported that is not surely there.
   */
  @Override
  public boolean judgesOpenly() {
    return true;
  }

  @Override
  public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
    CountClaim count = (CountClaim) claim;
    Naming naming = vocabulary.detectorClass(count.noun());
    Sightings sightings = new Sightings(Sightings.labels(naming), located, presence);
    boolean countable = naming instanceof Unknown ? sightings.sure() : sightings.known();
    Verdict verdict = countable ? verdict(count.number(), naming, sightings) : UNANSWERABLE;
    return counting.confidence().ruling(verdict, sightings.evidence());
  }

  private Verdict verdict(int number, Naming naming, Sightings sightings) {
    Headcount seen = Headcount.of(sightings, counting);
    boolean bounded = !(naming instanceof Hypernym(_, boolean complete)) || complete;
    boolean alone = !(naming instanceof Hyponym);
    if (seen.most() > counting.crowd())
      return alone && 2 * number < seen.least() ? CONTRADICTED : UNANSWERABLE;
    if (bounded && seen.fewerThan(number) && contradictable(seen, sightings)) return CONTRADICTED;
    if (alone && number < seen.least()) return CONTRADICTED;
    return alone && bounded && seen.least() == seen.most() && number == seen.least()
        ? SUPPORTED
        : UNANSWERABLE;
  }

  /** Small things are overlooked, but seldom beside others that are found. */
  private static boolean contradictable(Headcount seen, Sightings sightings) {
    return seen.least() > 0 || !sightings.small();
  }
}
