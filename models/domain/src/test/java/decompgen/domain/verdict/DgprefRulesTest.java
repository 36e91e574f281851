package decompgen.domain.verdict;

import static decompgen.domain.verdict.Given.BASIS;
import static decompgen.domain.verdict.Given.box;
import static decompgen.domain.verdict.Given.located;
import static decompgen.domain.verdict.Given.read;
import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.NOT_APPLICABLE;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Claim.CountClaim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Claim.RelationClaim;
import decompgen.domain.claim.Claim.ScaleClaim;
import decompgen.domain.claim.Claim.SpatialClaim;
import decompgen.domain.claim.Claim.TextClaim;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.score.Tally;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each fault of the source that is kept has its own test, named fault_. */
class DgprefRulesTest {
  private final Rulebook rules =
      RuleSet.DGPREF.rulebook(
          Thresholds.standard(), new SmallVocabulary(), new Deciding.FirstDecisive());

  private final Boxes catOverDog =
      located(box("cat", .9, .0, .0, .25, .25), box("dog", .9, .5, .75, .75, 1));

  @Test
  void object_atAQuarter_supportedElseContradicted() {
    assertThat(verdict(new ObjectClaim(BASIS, "cat"), located(box("cat", .25, 0))))
        .isEqualTo(SUPPORTED);
    assertThat(verdict(new ObjectClaim(BASIS, "cat"), located(box("cat", .2499, 0))))
        .isEqualTo(CONTRADICTED);
    assertThat(verdict(new ObjectClaim(BASIS, "unicorn"), located())).isEqualTo(UNANSWERABLE);
  }

  @Test
  void fault_aKindCountsAsSeenWhenItsClassIs() {
    assertThat(verdict(new ObjectClaim(BASIS, "husky"), located(box("dog", .9, 0))))
        .isEqualTo(SUPPORTED);
  }

  @Test
  void fault_countIsEqualityOfBoxes_howeverCloseTheyLie() {
    Boxes two = located(box("dog", .9, 0, 0, .5, 1), box("dog", .3, 0, 0, .5, 1));
    assertThat(verdict(new CountClaim(BASIS, "dog", 2), two)).isEqualTo(SUPPORTED);
    assertThat(verdict(new CountClaim(BASIS, "dog", 1), two)).isEqualTo(CONTRADICTED);
  }

  @Test
  void count_noBox_notApplicable() {
    assertThat(verdict(new CountClaim(BASIS, "dog", 2), located())).isEqualTo(NOT_APPLICABLE);
    assertThat(verdict(new CountClaim(BASIS, "unicorn", 2), located())).isEqualTo(UNANSWERABLE);
  }

  @Test
  void spatial_leftAndRight_byCentres() {
    assertThat(verdict(spatial("cat", "to the left of", "dog"), catOverDog)).isEqualTo(SUPPORTED);
    assertThat(verdict(spatial("cat", "to the right of", "dog"), catOverDog))
        .isEqualTo(CONTRADICTED);
    assertThat(verdict(spatial("cat", "left", null), catOverDog)).isEqualTo(SUPPORTED);
  }

  @Test
  void spatial_oneOfThemUnseen_notApplicable() {
    assertThat(verdict(spatial("cat", "left", "person"), catOverDog)).isEqualTo(NOT_APPLICABLE);
    assertThat(verdict(spatial("person", "left", null), catOverDog)).isEqualTo(NOT_APPLICABLE);
    assertThat(verdict(spatial("cat", "left", "unicorn"), catOverDog)).isEqualTo(UNANSWERABLE);
  }

  @Test
  void fault_anyPairIsEnough_soThatBothSidesHold() {
    Boxes around =
        located(
            box("cat", .9, 0, 0, .2, .2),
            box("dog", .9, .4, 0, .6, .2),
            box("cat", .9, .8, 0, 1, .2));
    assertThat(verdict(spatial("cat", "left", "dog"), around)).isEqualTo(SUPPORTED);
    assertThat(verdict(spatial("cat", "right", "dog"), around)).isEqualTo(SUPPORTED);
  }

  @Test
  void fault_topIsTrueWhenTheSubjectIsLower() {
    assertThat(verdict(spatial("cat", "above", "dog"), catOverDog)).isEqualTo(CONTRADICTED);
    assertThat(verdict(spatial("dog", "above", "cat"), catOverDog)).isEqualTo(SUPPORTED);
    assertThat(verdict(spatial("dog", "on top of", "cat"), catOverDog)).isEqualTo(SUPPORTED);
  }

  @Test
  void fault_bottomIsNeverTrue() {
    assertThat(verdict(spatial("dog", "below", "cat"), catOverDog)).isEqualTo(CONTRADICTED);
    assertThat(verdict(spatial("cat", "under", "dog"), catOverDog)).isEqualTo(CONTRADICTED);
  }

  @Test
  void fault_nearIsTrueWhenOneAxisIsClose() {
    // Centres .05 apart across, .75 apart down.
    Boxes column = located(box("cat", .9, .0, .0, .2, .2), box("dog", .9, .05, .75, .25, .95));
    assertThat(verdict(spatial("cat", "next to", "dog"), column)).isEqualTo(SUPPORTED);
    assertThat(verdict(spatial("cat", "near", "dog"), catOverDog)).isEqualTo(CONTRADICTED);
  }

  @Test
  void fault_firstSubstringWinsInPredicates() {
    // "right next to" is right, not near; "bright" holds "right".
    assertThat(verdict(spatial("dog", "right next to", "cat"), catOverDog)).isEqualTo(SUPPORTED);
    assertThat(verdict(spatial("cat", "right next to", "dog"), catOverDog)).isEqualTo(CONTRADICTED);
    assertThat(verdict(new RelationClaim(BASIS, "dog", "brighter than", "cat"), catOverDog))
        .isEqualTo(SUPPORTED);
  }

  @Test
  void spatial_otherPredicates_areNotJudged() {
    assertThat(rules.rulesFor(spatial("cat", "on", "dog"))).isEmpty();
    assertThat(rules.rulesFor(new RelationClaim(BASIS, "cat", "chase", "dog"))).isEmpty();
    assertThat(rules.rulesFor(new AttributeClaim(BASIS, "red", "cat"))).isEmpty();
  }

  @Test
  void fault_scaleIsByTheImageNotByTheThing() {
    Boxes boxes = located(box("cat", .9, 0, 0, .41, .1), box("dog", .9, 0, 0, .1, .29));
    assertThat(verdict(scale("cat", "large", null), boxes)).isEqualTo(SUPPORTED);
    assertThat(verdict(scale("dog", "large", null), boxes)).isEqualTo(CONTRADICTED);
    assertThat(verdict(scale("dog", "tiny", null), boxes)).isEqualTo(SUPPORTED);
    assertThat(verdict(scale("cat", "long", null), boxes)).isEqualTo(CONTRADICTED);
    assertThat(verdict(scale("dog", "high", null), boxes)).isEqualTo(CONTRADICTED);
    assertThat(verdict(scale("person", "large", null), boxes)).isEqualTo(NOT_APPLICABLE);
    assertThat(verdict(scale("unicorn", "large", null), boxes)).isEqualTo(UNANSWERABLE);
  }

  @Test
  void scale_comparisons_areNotJudged() {
    assertThat(rules.rulesFor(scale("cat", "larger", "dog"))).isEmpty();
  }

  @Test
  void text_equalLine_supportedElseContradicted() {
    assertThat(verdict(new TextClaim(BASIS, "Stop!"), read("s*top"))).isEqualTo(SUPPORTED);
    assertThat(verdict(new TextClaim(BASIS, "stop"), read("stop here"))).isEqualTo(CONTRADICTED);
    assertThat(verdict(new TextClaim(BASIS, "stop"), read())).isEqualTo(CONTRADICTED);
  }

  @Test
  void fault_nothingDecided_scoresBest() {
    assertThat(new Tally(3, 0, 0).sourceScore()).isZero();
    assertThat(new Tally(3, 2, 0).sourceScore()).isZero();
    assertThat(new Tally(4, 1, 3).sourceScore()).isEqualTo(-.75);
  }

  private Verdict verdict(Claim claim, Boxes located) {
    return Rulebook.judge(rules.rulesFor(claim).getFirst(), claim, located, List.of()).verdict();
  }

  private Verdict verdict(TextClaim claim, Evidence lines) {
    return Rulebook.judge(rules.rulesFor(claim).getFirst(), claim, located(), List.of(lines))
        .verdict();
  }

  private static SpatialClaim spatial(String subject, String predicate, @Nullable String object) {
    return new SpatialClaim(BASIS, subject, predicate, object);
  }

  private static ScaleClaim scale(String noun, String quality, @Nullable String than) {
    return new ScaleClaim(BASIS, noun, quality, than);
  }
}
