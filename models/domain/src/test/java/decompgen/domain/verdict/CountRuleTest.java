package decompgen.domain.verdict;

import static decompgen.domain.verdict.Given.BASIS;
import static decompgen.domain.verdict.Given.box;
import static decompgen.domain.verdict.Given.located;
import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.claim.Claim.CountClaim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence.Boxes;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CountRuleTest {
  private final CountRule rule =
      new CountRule(
          new SmallVocabulary(),
          new Thresholds.Presence(
              new Levels(.5, .25), Map.of("fork", new Levels(.5, 0)), new Logistic(1, 0)),
          new Thresholds.Counting(new Levels(.5, .25), .1, .5, 4, new Confidence(.9, .2)));

  private final Boxes twoSure = located(box("dog", .9, 0), box("dog", .5, 1));
  private final Boxes oneSureOneMaybe = located(box("dog", .9, 0), box("dog", .25, 1));

  @Test
  void rule_sureAndPossibleAgree_supportedOrContradicted() {
    assertThat(verdict("dog", 2, twoSure)).isEqualTo(SUPPORTED);
    assertThat(verdict("dog", 1, twoSure)).isEqualTo(CONTRADICTED);
    assertThat(verdict("dog", 3, twoSure)).isEqualTo(CONTRADICTED);
  }

  @Test
  void rule_numberBetweenSureAndPossible_unanswerable() {
    assertThat(verdict("dog", 1, oneSureOneMaybe)).isEqualTo(UNANSWERABLE);
    assertThat(verdict("dog", 2, oneSureOneMaybe)).isEqualTo(UNANSWERABLE);
    assertThat(verdict("dog", 0, oneSureOneMaybe)).isEqualTo(CONTRADICTED);
    assertThat(verdict("dog", 3, oneSureOneMaybe)).isEqualTo(CONTRADICTED);
  }

  @Test
  void rule_boxUnderAbsent_isNotCounted() {
    assertThat(verdict("dog", 1, located(box("dog", .9, 0), box("dog", .2499, 1))))
        .isEqualTo(SUPPORTED);
  }

  @Test
  void rule_thingsThatACloserLookFound_counted() {
    Boxes castles = located(box("castle", .9, 0), box("castle", .5, 1));
    assertThat(verdict("castle", 2, castles)).isEqualTo(SUPPORTED);
    assertThat(verdict("castle", 1, castles)).isEqualTo(CONTRADICTED);
    assertThat(verdict("castle", 3, castles)).isEqualTo(CONTRADICTED);
    // Seen in the whole picture only, in no box of its own.
    assertThat(verdict("castle", 2, Given.scored("castle", .9))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_noneAndNoneSeen_supported() {
    assertThat(verdict("dog", 0, located())).isEqualTo(SUPPORTED);
  }

  @Test
  void rule_overlapOfHalf_isOneThing() {
    // Common .5 of a union of .75 + .75 - .5 = 1: IoU .5 exactly.
    Boxes doubled = located(box("dog", .9, 0, 0, .75, 1), box("dog", .8, .25, 0, 1, 1));
    assertThat(verdict("dog", 1, doubled)).isEqualTo(SUPPORTED);
    Boxes beside = located(box("dog", .9, 0, 0, .75, 1), box("dog", .8, .5, 0, 1, 1));
    assertThat(verdict("dog", 2, beside)).isEqualTo(SUPPORTED);
  }

  @Test
  void rule_countingLevels_narrowTheClassesOwn() {
    CountRule strict =
        new CountRule(
            new SmallVocabulary(),
            new Thresholds.Presence(new Levels(.5, .25), Map.of(), new Logistic(1, 0)),
            new Thresholds.Counting(new Levels(.75, .3), .1, .5, 4, new Confidence(.9, .2)));
    Boxes boxes = located(box("dog", .75, 0), box("dog", .74, 1), box("dog", .29, 2));
    // One from .75 on, two from .3 on.
    assertThat(strict.rule(claim("dog", 0), boxes, List.of()).verdict()).isEqualTo(CONTRADICTED);
    assertThat(strict.rule(claim("dog", 1), boxes, List.of()).verdict()).isEqualTo(UNANSWERABLE);
    assertThat(strict.rule(claim("dog", 2), boxes, List.of()).verdict()).isEqualTo(UNANSWERABLE);
    assertThat(strict.rule(claim("dog", 3), boxes, List.of()).verdict()).isEqualTo(CONTRADICTED);
  }

  @Test
  void rule_crowd_unanswerable() {
    Boxes five =
        located(
            box("dog", .9, 0),
            box("dog", .9, 1),
            box("dog", .9, 2),
            box("dog", .9, 3),
            box("dog", .9, 4));
    assertThat(verdict("dog", 5, five)).isEqualTo(UNANSWERABLE);
    // Of five at least, two are not half.
    assertThat(verdict("dog", 3, five)).isEqualTo(UNANSWERABLE);
    assertThat(verdict("dog", 2, five)).isEqualTo(CONTRADICTED);
  }

  @Test
  void rule_smallThings_missedOnlyWhereNoneIsFound() {
    assertThat(verdict("fork", 1, located())).isEqualTo(UNANSWERABLE);
    assertThat(verdict("fork", 2, located(box("fork", .9, 0)))).isEqualTo(CONTRADICTED);
    assertThat(verdict("fork", 2, located(box("fork", .9, 0), box("fork", .1, 1))))
        .isEqualTo(UNANSWERABLE);
    assertThat(verdict("fork", 1, located(box("fork", .9, 0), box("fork", .9, 1))))
        .isEqualTo(CONTRADICTED);
  }

  @Test
  void rule_sureBoxesThatOverlap_mayBeOneThingOrTwo() {
    // Common .4 of a union of .7 + .7 - .4 = 1.
    Boxes boxes = located(box("dog", .9, 0, 0, .7, 1), box("dog", .8, .3, 0, 1, 1));
    for (int number : new int[] {1, 2})
      assertThat(verdict("dog", number, boxes)).isEqualTo(UNANSWERABLE);
    assertThat(verdict("dog", 3, boxes)).isEqualTo(CONTRADICTED);
  }

  @Test
  void rule_weakBoxUponABetterOne_isNoOtherThing() {
    Boxes pups = located(box("dog", .9, 0, 0, 1, 1), box("dog", .3, .2, .2, .4, .4));
    assertThat(verdict("dog", 1, pups)).isEqualTo(SUPPORTED);
    Boxes named =
        located(
            box("dog", .9, 0, 0, .5, 1), box("cat", .6, .6, 0, 1, 1), box("dog", .3, .6, 0, 1, 1));
    assertThat(verdict("dog", 1, named)).isEqualTo(SUPPORTED);
  }

  @Test
  void rule_manyThings_oneInFiveMayBeOverlooked() {
    CountRule patient =
        new CountRule(
            new SmallVocabulary(),
            new Thresholds.Presence(new Levels(.5, .25), Map.of(), new Logistic(1, 0)),
            new Thresholds.Counting(new Levels(.5, .25), .1, .5, 9, new Confidence(.9, .2)));
    Boxes five =
        located(IntStream.range(0, 5).mapToObj(i -> box("dog", .9, i)).toArray(Detection[]::new));
    assertThat(patient.rule(claim("dog", 6), five, List.of()).verdict()).isEqualTo(UNANSWERABLE);
    assertThat(patient.rule(claim("dog", 7), five, List.of()).verdict()).isEqualTo(CONTRADICTED);
  }

  @Test
  void rule_kindOfAClass_atMostAsManyAsTheClass() {
    assertThat(verdict("husky", 3, twoSure)).isEqualTo(CONTRADICTED);
    assertThat(verdict("husky", 2, twoSure)).isEqualTo(UNANSWERABLE);
    assertThat(verdict("husky", 1, twoSure)).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_aboveSeveralClasses_atLeastAsManyAsFound() {
    Boxes pair = located(box("dog", .9, 0), box("cat", .9, 1));
    assertThat(verdict("pet", 1, pair)).isEqualTo(CONTRADICTED);
    assertThat(verdict("pet", 2, pair)).isEqualTo(UNANSWERABLE);
    assertThat(verdict("pet", 3, pair)).isEqualTo(UNANSWERABLE);
    assertThat(verdict("cat or dog", 2, pair)).isEqualTo(SUPPORTED);
    assertThat(verdict("cat or dog", 3, pair)).isEqualTo(CONTRADICTED);
  }

  @Test
  void rule_oneThingSeenAsTwoClasses_countsOnce() {
    Boxes one = located(box("dog", .9, 0, 0, .5, .5), box("cat", .6, 0, 0, .5, .5));
    assertThat(verdict("cat or dog", 1, one)).isEqualTo(SUPPORTED);
  }

  @Test
  void rule_unknownNounOrUnscoredClass_unanswerable() {
    assertThat(verdict("unicorn", 1, twoSure)).isEqualTo(UNANSWERABLE);
    assertThat(verdict("dog", 1, new Boxes(List.of(), Map.of()))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_scores_areTheMeasuredShares() {
    assertThat(rule.rule(claim("dog", 2), twoSure, List.of()).score()).isEqualTo(.9);
    assertThat(rule.rule(claim("dog", 1), twoSure, List.of()).score()).isEqualTo(.2);
    assertThat(rule.rule(claim("dog", 1), oneSureOneMaybe, List.of()).score()).isEqualTo(.5);
  }

  @Test
  void judges_countsOnly() {
    assertThat(rule.judges(claim("dog", 1))).isTrue();
    assertThat(rule.judges(new ObjectClaim(BASIS, "dog"))).isFalse();
    assertThat(rule.judge()).isEqualTo("detector");
    assertThat(rule.needsBoxes()).isTrue();
    assertThat(rule.judgesOpenly()).isTrue();
  }

  private Verdict verdict(String noun, int number, Boxes located) {
    return rule.rule(claim(noun, number), located, List.of()).verdict();
  }

  private static CountClaim claim(String noun, int number) {
    return new CountClaim(BASIS, noun, number);
  }
}
