package decompgen.domain.verdict;

import static decompgen.domain.verdict.Given.BASIS;
import static decompgen.domain.verdict.Given.located;
import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.evidence.Evidence.Colours;
import decompgen.domain.expert.Question;
import decompgen.domain.picture.Box;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ToneRuleTest {
  private static final Claim MONOCHROME = new AttributeClaim(BASIS, "black and white", "photo");

  private final ToneRule rule = new ToneRule(Thresholds.standard().colouring());

  @Test
  void judges_pictureSaidToBeBlackAndWhite_only() {
    assertThat(rule.judges(MONOCHROME)).isTrue();
    assertThat(rule.judges(new AttributeClaim(BASIS, "black", "photo"))).isFalse();
    assertThat(rule.questions(MONOCHROME, located())).containsExactly(new Question.Whole());
  }

  /** No hue up to .03 of the picture; .1 of hues other than brown are too many. */
  @Test
  void rule_shareOfHues_decides() {
    assertThat(verdict(Map.of("grey", .6, "black", .38, "blue", .02))).isEqualTo(SUPPORTED);
    assertThat(verdict(Map.of("grey", .96, "red", .02, "blue", .02))).isEqualTo(UNANSWERABLE);
    assertThat(verdict(Map.of("grey", .9, "red", .05, "blue", .06))).isEqualTo(CONTRADICTED);
    assertThat(verdict(Map.of("brown", .8, "black", .2))).isEqualTo(UNANSWERABLE);
  }

  private Verdict verdict(Map<String, Double> shares) {
    return rule.rule(MONOCHROME, located(), List.of(new Colours(Box.WHOLE, shares))).verdict();
  }
}
