package decompgen.domain.verdict;

import static decompgen.domain.verdict.Given.BASIS;
import static decompgen.domain.verdict.Given.box;
import static decompgen.domain.verdict.Given.located;
import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Claim.ScaleClaim;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.picture.Box;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleRuleTest {
  private final ScaleRule rule =
      new ScaleRule(
          new SmallVocabulary(),
          new Thresholds.Presence(new Levels(.5, .25), Map.of(), new Logistic(1, 0)),
          new Thresholds.Sizing(2, new Confidence(.8, .2)));

  /** Width and height in hundredths of the image; the limits themselves are not beyond. */
  @ParameterizedTest
  @CsvSource({
    "LARGE,41,10,true", "LARGE,10,41,true", "LARGE,40,40,false", "SMALL,29,29,true",
    "SMALL,30,10,false", "SMALL,10,30,false", "LONG,51,1,true", "LONG,1,51,true",
    "LONG,50,50,false", "SHORT,29,29,true", "SHORT,10,30,false", "TALL,1,41,true",
    "TALL,90,40,false"
  })
  void holds_atTheSourcesLimits(Size size, int width, int height, boolean holds) {
    assertThat(size.holds(new Box(0, 0, width / 100.0, height / 100.0))).isEqualTo(holds);
  }

  @Test
  void rule_sizeInTheImage() {
    Boxes half = located(box("cat", .9, 0, 0, .5, .5));
    Boxes third = located(box("cat", .9, 0, 0, .35, .35));
    Boxes tiny = located(box("cat", .9, 0, 0, .125, .125));
    assertThat(verdict("cat", "large", null, half)).isEqualTo(SUPPORTED);
    assertThat(verdict("cat", "large", null, third)).isEqualTo(UNANSWERABLE);
    // A small cat fills a picture that is taken from near.
    assertThat(verdict("cat", "small", null, half)).isEqualTo(UNANSWERABLE);
    assertThat(verdict("cat", "large", null, tiny)).isEqualTo(UNANSWERABLE);
    assertThat(verdict("cat", "small", null, third)).isEqualTo(UNANSWERABLE);
    assertThat(verdict("cat", "tiny", null, tiny)).isEqualTo(SUPPORTED);
    assertThat(verdict("cat", "large", null, located())).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_oneOfSeveral_isEnough() {
    Boxes two = located(box("cat", .9, 0, 0, .5, .5), box("cat", .9, .75, .75, .8, .8));
    assertThat(verdict("cat", "large", null, two)).isEqualTo(SUPPORTED);
    assertThat(verdict("cat", "small", null, two)).isEqualTo(SUPPORTED);
  }

  @Test
  void rule_compared_byAreasAndTheRatio() {
    // Areas .125 and .0625: just twice; then .0625 and .0625.
    Boxes twice = located(box("cat", .9, 0, 0, .5, .25), box("dog", .9, .5, .5, .75, .75));
    Boxes equal = located(box("cat", .9, 0, 0, .25, .25), box("dog", .9, .5, .5, .75, .75));
    assertThat(verdict("cat", "larger", "dog", twice)).isEqualTo(SUPPORTED);
    assertThat(verdict("cat", "smaller", "dog", twice)).isEqualTo(CONTRADICTED);
    assertThat(verdict("dog", "larger", "cat", twice)).isEqualTo(CONTRADICTED);
    assertThat(verdict("cat", "larger", "dog", equal)).isEqualTo(UNANSWERABLE);
    assertThat(verdict("cat", "larger", "person", equal)).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_comparedLengths_bySquares() {
    // Heights .5 and .25: 4 by the squares on them. Long sides .5 and .5.
    Boxes boxes = located(box("cat", .9, 0, 0, .125, .5), box("dog", .9, .5, .5, 1, .75));
    assertThat(verdict("cat", "taller", "dog", boxes)).isEqualTo(SUPPORTED);
    assertThat(verdict("cat", "shorter", "dog", boxes)).isEqualTo(CONTRADICTED);
    assertThat(verdict("cat", "longer", "dog", boxes)).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_boxWithoutArea_decidesNothing() {
    Boxes flat = located(box("cat", .9, 0, 0, 0, 0), box("dog", .9, .5, .5, .5, .5));
    assertThat(verdict("cat", "larger", "dog", flat)).isEqualTo(UNANSWERABLE);
  }

  @Test
  void judges_sizesOnly() {
    assertThat(rule.judges(claim("cat", "huge", null))).isTrue();
    assertThat(rule.judges(claim("cat", "wide", null))).isFalse();
    assertThat(rule.judges(new ObjectClaim(BASIS, "cat"))).isFalse();
    assertThat(rule.judge()).isEqualTo("geometry");
    assertThat(rule.expert()).isEqualTo("detector");
  }

  private Verdict verdict(String noun, String quality, @Nullable String than, Boxes located) {
    return rule.rule(claim(noun, quality, than), located, List.of()).verdict();
  }

  private static ScaleClaim claim(String noun, String quality, @Nullable String than) {
    return new ScaleClaim(BASIS, noun, quality, than);
  }
}
