package decompgen.domain.verdict;

import static decompgen.domain.verdict.Given.BASIS;
import static decompgen.domain.verdict.Given.box;
import static decompgen.domain.verdict.Given.located;
import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.claim.Basis;
import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Claim.RelationClaim;
import decompgen.domain.claim.Claim.ScaleClaim;
import decompgen.domain.claim.Claim.SpatialClaim;
import decompgen.domain.claim.Polarity;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.expert.Question;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
  private static final Claim CAT = new ObjectClaim(BASIS, "cat");
  private static final Claim BLACK_CAT = new AttributeClaim(BASIS, "black", "cat");

  private final Detection small = box("cat", .9, 0, 0, .25, .25);
  private final Detection wide = box("cat", .8, .25, .5, .75, .625);
  private final Detection large = box("cat", .7, .5, .25, 1, 1);
  private final List<Detection> cats = List.of(small, wide, large);
  private final Rulebook rules =
      RuleSet.DEFAULT.rulebook(
          Thresholds.standard(), new SmallVocabulary(), new Deciding.FirstDecisive());

  @ParameterizedTest
  @CsvSource({"left,0", "right,2", "top,0", "bottom,2", "centre,1"})
  void of_side_outermostOrSecondOfThree(String side, int chosen) {
    assertThat(selection(BLACK_CAT, "cat", side).of(0, cats)).containsExactly(cats.get(chosen));
  }

  @Test
  void of_noneOnThatSide_nothing() {
    assertThat(selection(BLACK_CAT, "cat", "right").of(0, List.of(small))).isEmpty();
    assertThat(selection(BLACK_CAT, "cat", "left").of(0, List.of(large))).isEmpty();
    assertThat(selection(BLACK_CAT, "cat", "centre").of(0, List.of(small, wide))).isEmpty();
  }

  @Test
  void of_noSideOrSeveral_all() {
    assertThat(Selection.ALL.of(0, cats)).isEqualTo(cats);
    assertThat(Selection.of(BLACK_CAT, List.of(CAT)).of(0, cats)).isEqualTo(cats);
    assertThat(selection(BLACK_CAT, "dog", "left").of(0, cats)).isEqualTo(cats);
    assertThat(selection(BLACK_CAT, "cat", "top left").of(0, cats)).isEqualTo(cats);
    Claim nearDog = new SpatialClaim(BASIS, "cat", "left of", "dog");
    assertThat(Selection.of(BLACK_CAT, List.of(nearDog)).of(0, cats)).isEqualTo(cats);
    List<Claim> both = List.of(side("cat", "left"), side("cat", "right"));
    assertThat(Selection.of(BLACK_CAT, both).of(0, cats)).isEqualTo(cats);
  }

  @Test
  void of_allRequiredTakenForGranted_given() {
    Basis given = new Basis(0, "the cat", Polarity.POSITIVE, List.of(), List.of(), true);
    assertThat(Selection.of(BLACK_CAT, List.of(CAT.on(given))).given()).isTrue();
    assertThat(Selection.of(BLACK_CAT, List.of(CAT.on(given), CAT)).given()).isFalse();
  }

  @Test
  void rulesFor_comparedThingsOfOneNoun_eachByItsSide() {
    Claim larger = new ScaleClaim(BASIS, "cat", "larger", "cat");
    List<Claim> rightThanLeft = List.of(CAT, side("cat", "right"), side("cat", "left"));
    List<Claim> leftThanRight = List.of(CAT, side("cat", "left"), side("cat", "right"));
    assertThat(verdict(larger, rightThanLeft)).isEqualTo(SUPPORTED);
    assertThat(verdict(larger, leftThanRight)).isEqualTo(CONTRADICTED);
    assertThat(verdict(larger, List.of(CAT, side("cat", "left")))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rulesFor_contact_ofTheOneOnThatSide() {
    Claim holds = new RelationClaim(BASIS, "cat", "hold", "fork");
    assertThat(verdict(holds, List.of(CAT, side("cat", "left")))).isEqualTo(CONTRADICTED);
    assertThat(verdict(holds, List.of(CAT, side("cat", "right")))).isEqualTo(UNANSWERABLE);
    assertThat(verdict(holds, List.of(CAT))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rulesFor_colour_asksAboutTheOneOnThatSide() {
    Rule colour =
        rules.rulesFor(BLACK_CAT, List.of(CAT, side("cat", "right"))).stream()
            .filter(ColourRule.class::isInstance)
            .findFirst()
            .orElseThrow();
    assertThat(colour.questions(BLACK_CAT, seen()))
        .containsExactly(new Question.Region(large.box()), new Question.Patch(large.box()));
  }

  private Verdict verdict(Claim claim, List<Claim> required) {
    Rule rule = rules.rulesFor(claim, required).getFirst();
    return rule.rule(claim, seen(), List.of()).verdict();
  }

  private Boxes seen() {
    Boxes located = located(small, wide, large, box("fork", .9, .875, .5, 1, .75));
    return new Boxes(located.boxes(), Map.of("cat", .9, "fork", .9));
  }

  private static Selection selection(Claim claim, String noun, String side) {
    return Selection.of(claim, List.of(CAT, side(noun, side)));
  }

  private static Claim side(String noun, String side) {
    return new SpatialClaim(BASIS, noun, side, null);
  }
}
