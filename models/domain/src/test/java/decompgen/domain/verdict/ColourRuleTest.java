package decompgen.domain.verdict;

import static decompgen.domain.verdict.Given.BASIS;
import static decompgen.domain.verdict.Given.box;
import static decompgen.domain.verdict.Given.located;
import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Colours;
import decompgen.domain.expert.Question;
import decompgen.domain.picture.Box;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColourRuleTest {
  private final ColourRule rule =
      new ColourRule(
          new SmallVocabulary(),
          new Thresholds.Presence(new Levels(.5, .25), Map.of(), new Logistic(1, 0)),
          new Colouring(new Levels(.3, .1), new Levels(.6, .1), .5, .01, new Confidence(.9, .1)));

  @Test
  void questions_boxesThatAreThere_bestFiveAtMost() {
    assertThat(rule.questions(claim("red", "cat"), located(box("cat", .9, 0), box("cat", .4, 1))))
        .containsExactly(new Question.Region(box("cat", .9, 0).box()));
    assertThat(
            rule.questions(
                claim("red", "cat"),
                located(
                    box("cat", .9, 0),
                    box("cat", .9, 1),
                    box("cat", .9, 2),
                    box("cat", .9, 3),
                    box("cat", .9, 4),
                    box("cat", .9, 5))))
        .hasSize(5);
  }

  @Test
  void rule_shareAtThreshold_supported() {
    assertThat(verdict("red", Map.of("red", .3, "blue", .7))).isEqualTo(SUPPORTED);
    assertThat(verdict("red", Map.of("red", .2999, "blue", .7))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_hardlyAnyAndAnotherDominates_contradicted() {
    assertThat(verdict("red", Map.of("red", .0999, "blue", .5))).isEqualTo(CONTRADICTED);
    assertThat(verdict("red", Map.of("red", .1, "blue", .9))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_othersCountTogetherUnlessTheyResemble() {
    // Blue and grey together are half; with orange for grey only blue is no red.
    assertThat(verdict("red", Map.of("blue", .25, "grey", .25, "orange", .5)))
        .isEqualTo(CONTRADICTED);
    assertThat(verdict("red", Map.of("blue", .25, "pink", .25, "orange", .5)))
        .isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_neutralColours_needMore() {
    assertThat(verdict("black", Map.of("black", .59, "red", .41))).isEqualTo(UNANSWERABLE);
    assertThat(verdict("black", Map.of("black", .6, "red", .4))).isEqualTo(SUPPORTED);
  }

  @Test
  void rule_aResemblingColourDominates_unanswerable() {
    assertThat(verdict("red", Map.of("orange", .9))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_lightOrOtherName_isItsBasicColour() {
    assertThat(verdict("dark red", Map.of("red", .9))).isEqualTo(SUPPORTED);
    assertThat(verdict("navy", Map.of("blue", .9))).isEqualTo(SUPPORTED);
  }

  @Test
  void rule_severalBoxes_oneSupportsAllMustContradict() {
    Colours red = colours(Map.of("red", .9));
    Colours blue = colours(Map.of("blue", .9));
    Colours mixed = colours(Map.of("red", .2, "blue", .8));
    assertThat(verdict(List.of(blue, red))).isEqualTo(SUPPORTED);
    assertThat(verdict(List.of(blue, mixed))).isEqualTo(UNANSWERABLE);
    assertThat(verdict(List.of(blue, blue))).isEqualTo(CONTRADICTED);
  }

  @Test
  void rule_noBox_unanswerable() {
    assertThat(verdict(List.of())).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_evidence_isTheBoxWithMostOfIt() {
    Colours red = colours(Map.of("red", .9));
    Ruling ruling =
        rule.rule(claim("red", "cat"), located(), List.of(colours(Map.of("blue", .9)), red));
    assertThat(ruling.evidence()).isEqualTo(red);
    assertThat(ruling.score()).isEqualTo(.9);
  }

  @Test
  void judges_coloursOfKnownThings() {
    assertThat(rule.judges(claim("red", "sofa"))).isTrue();
    assertThat(rule.judges(claim("wooden", "sofa"))).isFalse();
    assertThat(rule.judges(claim("red", "unicorn"))).isFalse();
    assertThat(rule.judges(new ObjectClaim(BASIS, "cat"))).isFalse();
    assertThat(rule.judge()).isEqualTo("colour");
    assertThat(rule.expert()).isEqualTo("colour");
  }

  private Verdict verdict(String colour, Map<String, Double> shares) {
    return rule.rule(claim(colour, "cat"), located(), List.of(colours(shares))).verdict();
  }

  private Verdict verdict(List<Evidence> answers) {
    return rule.rule(claim("red", "cat"), located(), answers).verdict();
  }

  private static Colours colours(Map<String, Double> shares) {
    return new Colours(Box.WHOLE, shares);
  }

  private static AttributeClaim claim(String attribute, String noun) {
    return new AttributeClaim(BASIS, attribute, noun);
  }
}
