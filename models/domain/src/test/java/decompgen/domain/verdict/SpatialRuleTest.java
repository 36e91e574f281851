package decompgen.domain.verdict;

import static decompgen.domain.verdict.Given.BASIS;
import static decompgen.domain.verdict.Given.box;
import static decompgen.domain.verdict.Given.located;
import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.claim.Basis;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Claim.SpatialClaim;
import decompgen.domain.claim.Polarity;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence.Boxes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpatialRuleTest {
  private final SpatialRule rule =
      new SpatialRule(
          new SmallVocabulary(),
          new Thresholds.Presence(new Levels(.5, .25), Map.of(), new Logistic(1, 0)),
          new Thresholds.Counting(new Levels(.5, .25), .1, .5, 9, new Confidence(.9, .1)),
          new Thresholds.Placing(.125, .0625, .25, .1, .75, new Confidence(.9, .1)));

  private final Detection leftCat = box("cat", .9, 0, .5, .25, .75);
  private final Detection middleDog = box("dog", .9, .375, .5, .625, .75);
  private final Detection rightCat = box("cat", .8, .75, .5, 1, .75);

  @Test
  void rule_onePair_decides() {
    assertThat(verdict("cat", "to the left of", "dog", located(leftCat, middleDog)))
        .isEqualTo(SUPPORTED);
    assertThat(verdict("cat", "to the right of", "dog", located(leftCat, middleDog)))
        .isEqualTo(CONTRADICTED);
    assertThat(verdict("cat", "above", "dog", located(leftCat, middleDog))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_pairsDisagree_unanswerable() {
    assertThat(verdict("cat", "to the left of", "dog", located(leftCat, middleDog, rightCat)))
        .isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_oneOfThemNotSurelyThere_unanswerable() {
    Detection faint = box("dog", .4999, .375, .5, .625, .75);
    assertThat(verdict("cat", "to the left of", "dog", located(leftCat, faint)))
        .isEqualTo(UNANSWERABLE);
    assertThat(verdict("cat", "to the left of", "unicorn", located(leftCat)))
        .isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_sideThatTellsApart_oneThereIsEnoughAndNothingContradicts() {
    Basis given = new Basis(1, "on the left", Polarity.POSITIVE, List.of(), List.of(0), true);
    SpatialClaim left = new SpatialClaim(given, "cat", "left", null);
    assertThat(rule.rule(left, located(leftCat, rightCat), List.of()).verdict())
        .isEqualTo(SUPPORTED);
    assertThat(rule.rule(left, located(rightCat), List.of()).verdict()).isEqualTo(UNANSWERABLE);
    assertThat(verdict("cat", "left", null, located(rightCat))).isEqualTo(CONTRADICTED);
  }

  @Test
  void rule_doubtfulButGiven_directionsDecideContactDoesNot() {
    Rule given = rule.about(new Selection(List.of(), true));
    Boxes doubtful = located(leftCat, box("dog", .25, .375, .5, .625, .75));
    assertThat(verdict(given, "cat", "to the left of", "dog", doubtful)).isEqualTo(SUPPORTED);
    Boxes onTheRight = located(box("dog", .25, .75, 0, 1, 1));
    assertThat(verdict(given, "dog", "right", null, onTheRight)).isEqualTo(SUPPORTED);
    assertThat(verdict(given, "dog", "left", null, onTheRight)).isEqualTo(CONTRADICTED);
    assertThat(verdict("dog", "right", null, onTheRight)).isEqualTo(UNANSWERABLE);
    // One of them may be it.
    Boxes two = located(leftCat, box("dog", .3, .5, 0, .75, 1), box("dog", .25, 0, 0, .25, 1));
    assertThat(verdict(given, "cat", "to the left of", "dog", two)).isEqualTo(UNANSWERABLE);
    Boxes touching = located(leftCat, box("dog", .25, .25, .5, .5, .75));
    assertThat(verdict(given, "cat", "next to", "dog", touching)).isEqualTo(UNANSWERABLE);
    assertThat(verdict(given, "woman", "left", null, located(box("person", .25, 0, 0, .25, 1))))
        .isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_ofThingsToldApart_theOneOnItsSide() {
    Rule left = rule.about(new Selection(List.of(Optional.of(Placement.LEFT)), true));
    Boxes seen = located(leftCat, middleDog, rightCat);
    assertThat(verdict(left, "cat", "to the left of", "dog", seen)).isEqualTo(SUPPORTED);
  }

  @Test
  void rule_oneCatIsNotBesideItself() {
    assertThat(verdict("cat", "next to", "cat", located(leftCat))).isEqualTo(UNANSWERABLE);
    // Two cats .5 apart are far from each other.
    assertThat(verdict("cat", "next to", "cat", located(leftCat, rightCat)))
        .isEqualTo(CONTRADICTED);
  }

  @Test
  void rule_contactOfOnePair_isEnough() {
    Detection touching = box("dog", .9, .25, .5, .5, .75);
    assertThat(verdict("cat", "near", "dog", located(leftCat, rightCat, touching)))
        .isEqualTo(SUPPORTED);
  }

  @Test
  void rule_sideOfTheImage_fromItsMiddle() {
    assertThat(verdict("cat", "left", null, located(leftCat))).isEqualTo(SUPPORTED);
    assertThat(verdict("cat", "right", null, located(leftCat))).isEqualTo(CONTRADICTED);
    assertThat(verdict("cat", "left", null, located(leftCat, rightCat))).isEqualTo(UNANSWERABLE);
    Detection centred = box("dog", .9, .375, .375, .625, .625);
    assertThat(verdict("dog", "middle", null, located(centred))).isEqualTo(SUPPORTED);
    assertThat(verdict("dog", "left", null, located(leftCat))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_kindsOfAClass_contradictedOnlyWhereThereAreSeveral() {
    Detection otherDog = box("dog", .9, .375, 0, .625, .25);
    Boxes boxes = located(leftCat, middleDog, otherDog);
    assertThat(verdict("cat", "to the right of", "husky", boxes)).isEqualTo(CONTRADICTED);
    assertThat(verdict("cat", "to the left of", "husky", boxes)).isEqualTo(UNANSWERABLE);
    assertThat(verdict("husky", "to the right of", "cat", boxes)).isEqualTo(UNANSWERABLE);
    assertThat(verdict("husky", "middle", null, boxes)).isEqualTo(UNANSWERABLE);
    Boxes only = located(leftCat, middleDog);
    assertThat(verdict("cat", "to the left of", "husky", only)).isEqualTo(SUPPORTED);
    assertThat(verdict("husky", "to the right of", "cat", only)).isEqualTo(SUPPORTED);
    Boxes perhapsTwo = located(leftCat, middleDog, box("dog", .4, .375, 0, .625, .25));
    assertThat(verdict("husky", "to the right of", "cat", perhapsTwo)).isEqualTo(UNANSWERABLE);
    assertThat(rule.judgesOpenly()).isTrue();
  }

  @Test
  void rule_evidence_holdsBothThings() {
    Ruling ruling = rule.rule(claim("cat", "left", "dog"), located(leftCat, middleDog), List.of());
    assertThat(((Boxes) ruling.evidence()).boxes()).containsExactly(leftCat, middleDog);
    assertThat(ruling.score()).isEqualTo(.9);
  }

  @Test
  void judges_placesThatBoxesCanTell() {
    assertThat(rule.judges(claim("cat", "left", "dog"))).isTrue();
    assertThat(rule.judges(claim("cat", "behind", "dog"))).isTrue();
    assertThat(rule.judges(claim("cat", "behind", null))).isFalse();
    assertThat(rule.judges(claim("cat", "around", "dog"))).isFalse();
    assertThat(rule.judges(claim("cat", "in", null))).isFalse();
    assertThat(rule.judges(new ObjectClaim(BASIS, "cat"))).isFalse();
    assertThat(rule.judge()).isEqualTo("geometry");
    assertThat(rule.expert()).isEqualTo("detector");
    assertThat(rule.questions(claim("cat", "left", "dog"), located())).isEmpty();
  }

  private Verdict verdict(
      String subject, String predicate, @Nullable String object, Boxes located) {
    return verdict(rule, subject, predicate, object, located);
  }

  private static Verdict verdict(
      Rule rule, String subject, String predicate, @Nullable String object, Boxes located) {
    return rule.rule(claim(subject, predicate, object), located, List.of()).verdict();
  }

  private static SpatialClaim claim(String subject, String predicate, @Nullable String object) {
    return new SpatialClaim(BASIS, subject, predicate, object);
  }
}
