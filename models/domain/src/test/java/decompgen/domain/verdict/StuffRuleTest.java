package decompgen.domain.verdict;

import static decompgen.domain.verdict.Given.BASIS;
import static decompgen.domain.verdict.Given.NOTHING_LOCATED;
import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.evidence.Evidence.Label;
import decompgen.domain.evidence.Evidence.Labels;
import decompgen.domain.expert.Question;
import decompgen.domain.picture.Box;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StuffRuleTest {
  private final StuffRule rule =
      new StuffRule(
          new SmallVocabulary(),
          new Thresholds.Stuff(
              new TreeMap<>(Map.of("grass", new Levels(.75, .25))), new Confidence(.9, .2)));

  @ParameterizedTest
  @CsvSource({
    "grass, .75, SUPPORTED", "grass, .74, UNANSWERABLE", "grass, .25, UNANSWERABLE",
    "grass, .24, CONTRADICTED", "meadow, .24, CONTRADICTED", "meadow, .99, UNANSWERABLE",
    "plant, .75, SUPPORTED", "plant, .01, UNANSWERABLE",
  })
  void rule_probabilityOfTheStuff_byItsLevels(String noun, double there, Verdict expected) {
    assertThat(ruling(noun, new Label("grass", there)).verdict()).isEqualTo(expected);
  }

  @Test
  void rule_decided_showsTheStuffAloneAndTheMeasuredConfidence() {
    Label grass = new Label("grass", .8);
    Ruling supported = ruling("grass", new Label("pug", .9), grass);
    assertThat(supported.evidence()).isEqualTo(new Labels(Box.WHOLE, List.of(grass)));
    assertThat(supported.score()).isEqualTo(.9, within(1e-9));
    assertThat(ruling("grass", new Label("grass", .1)).score()).isEqualTo(.2, within(1e-9));
  }

  @Test
  void judge_deniedStuff_isTurnedRound() {
    Claim noGrass = new ObjectClaim(Given.DENIED, "grass");
    Labels seen = new Labels(Box.WHOLE, List.of(new Label("grass", .8)));
    assertThat(Rulebook.judge(rule, noGrass, NOTHING_LOCATED, List.of(seen)).verdict())
        .isEqualTo(CONTRADICTED);
  }

  /** A classifier of the user's own may know no stuff, or other stuff than has levels. */
  @Test
  void rule_stuffThatIsNotScoredOrHasNoLevels_isOpen() {
    assertThat(ruling("grass", new Label("pug", .9)).verdict()).isEqualTo(UNANSWERABLE);
    assertThat(ruling("fog", new Label("fog", 1)).verdict()).isEqualTo(UNANSWERABLE);
    assertThat(ruling("fog", new Label("fog", 0)).verdict()).isEqualTo(UNANSWERABLE);
  }

  @Test
  void judges_objectClaimsOfStuff_ofTheWholePictureAndWithoutBoxes() {
    Claim grass = new ObjectClaim(BASIS, "grass");
    assertThat(rule.judges(grass)).isTrue();
    assertThat(rule.judges(new ObjectClaim(BASIS, "cat"))).isFalse();
    assertThat(rule.judges(new AttributeClaim(BASIS, "green", "grass"))).isFalse();
    assertThat(rule.needsBoxes()).isFalse();
    assertThat(rule.expert()).isEqualTo("classifier");
    assertThat(rule.questions(grass, NOTHING_LOCATED)).containsExactly(new Question.Whole());
  }

  private Ruling ruling(String noun, Label... labels) {
    return rule.rule(
        new ObjectClaim(BASIS, noun),
        NOTHING_LOCATED,
        List.of(new Labels(Box.WHOLE, List.of(labels))));
  }
}
