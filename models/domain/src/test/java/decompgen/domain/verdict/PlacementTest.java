package decompgen.domain.verdict;

import static decompgen.domain.verdict.Placement.ABOVE;
import static decompgen.domain.verdict.Placement.BEHIND;
import static decompgen.domain.verdict.Placement.BELOW;
import static decompgen.domain.verdict.Placement.FRONT;
import static decompgen.domain.verdict.Placement.IN;
import static decompgen.domain.verdict.Placement.LEFT;
import static decompgen.domain.verdict.Placement.MIDDLE;
import static decompgen.domain.verdict.Placement.NEAR;
import static decompgen.domain.verdict.Placement.ON;
import static decompgen.domain.verdict.Placement.RIGHT;
import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.picture.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementTest {
  private static final Thresholds.Placing PLACING =
      new Thresholds.Placing(.125, .0625, .25, .1, .75, new Confidence(.9, .1));

  @ParameterizedTest
  @CsvSource({
    "left,LEFT",
    "to the left of,LEFT",
    "on the left side of,LEFT",
    "right,RIGHT",
    "on the right,RIGHT",
    "above,ABOVE",
    "at the top,ABOVE",
    "below,BELOW",
    "under,BELOW",
    "underneath,BELOW",
    "at the bottom of,BELOW",
    "on,ON",
    "on top of,ON",
    "near,NEAR",
    "next to,NEAR",
    "beside,NEAR",
    "close to,NEAR",
    "in,IN",
    "inside of,IN",
    "in the middle of,MIDDLE",
    "center,MIDDLE",
    "in front of,FRONT",
    "just behind,BEHIND"
  })
  void of_phrase_isThePlacement(String phrase, Placement placement) {
    assertThat(Placement.of(phrase)).contains(placement);
  }

  @ParameterizedTest
  @CsvSource({
    "background",
    "in the foreground",
    "top left",
    "bright",
    "over",
    "around",
    "leaning against"
  })
  void of_severalOrOtherWords_none(String phrase) {
    assertThat(Placement.of(phrase)).isEmpty();
  }

  @Test
  void left_byCentresBeyondTheMargin() {
    // Centres .25 and .5: .25 apart. At .375 exactly the margin: not beyond.
    assertThat(verdict(LEFT, centred(.25, .5), centred(.5, .5))).isEqualTo(SUPPORTED);
    assertThat(verdict(LEFT, centred(.375, .5), centred(.5, .5))).isEqualTo(UNANSWERABLE);
    assertThat(verdict(LEFT, centred(.75, .5), centred(.5, .5))).isEqualTo(CONTRADICTED);
    assertThat(verdict(RIGHT, centred(.75, .5), centred(.5, .5))).isEqualTo(SUPPORTED);
    assertThat(verdict(RIGHT, centred(.25, .5), centred(.5, .5))).isEqualTo(CONTRADICTED);
  }

  @Test
  void above_isTheSmallerY() {
    assertThat(verdict(ABOVE, centred(.5, .25), centred(.5, .5))).isEqualTo(SUPPORTED);
    assertThat(verdict(ABOVE, centred(.5, .75), centred(.5, .5))).isEqualTo(CONTRADICTED);
    assertThat(verdict(BELOW, centred(.5, .75), centred(.5, .5))).isEqualTo(SUPPORTED);
    assertThat(verdict(BELOW, centred(.5, .5), centred(.5, .5))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void middle_ofTheImage_isItsMiddleThird() {
    // Off by .5 - .1875 = .3125, less a sixth: .146 beyond the margin of .125.
    assertThat(verdict(MIDDLE, centred(.5, .5), Box.WHOLE)).isEqualTo(SUPPORTED);
    assertThat(verdict(MIDDLE, centred(.1875, .5), Box.WHOLE)).isEqualTo(CONTRADICTED);
    assertThat(verdict(MIDDLE, centred(.3125, .5), Box.WHOLE)).isEqualTo(UNANSWERABLE);
  }

  @Test
  void front_isTheLowerFootOfWhatStandsInLine() {
    // Feet at .75 and .5: .25 is just twice the margin of .125; then .375 apart.
    Box far = new Box(.25, .25, .75, .5);
    assertThat(verdict(FRONT, new Box(.5, .5, 1, .875), far)).isEqualTo(SUPPORTED);
    assertThat(verdict(BEHIND, new Box(.5, .5, 1, .875), far)).isEqualTo(CONTRADICTED);
    assertThat(verdict(BEHIND, far, new Box(.5, .5, 1, .875))).isEqualTo(SUPPORTED);
    assertThat(verdict(FRONT, new Box(.5, .5, 1, .75), far)).isEqualTo(UNANSWERABLE);
    assertThat(verdict(FRONT, new Box(.75, .5, 1, .875), far)).isEqualTo(UNANSWERABLE);
  }

  @Test
  void near_byTheGapBetweenBoxes() {
    Box box = new Box(0, 0, .25, .25);
    assertThat(verdict(NEAR, box, new Box(.3125, 0, .5, .25))).isEqualTo(SUPPORTED);
    assertThat(verdict(NEAR, box, new Box(.375, 0, .5, .25))).isEqualTo(UNANSWERABLE);
    assertThat(verdict(NEAR, box, new Box(.5, 0, .75, .25))).isEqualTo(CONTRADICTED);
  }

  @Test
  void in_byTheShareInside() {
    Box bowl = new Box(.25, .25, .75, .75);
    assertThat(verdict(IN, new Box(.5, .5, .75, .75), bowl)).isEqualTo(SUPPORTED);
    // Three quarters of it inside, then half.
    assertThat(verdict(IN, new Box(.375, .5, .875, .625), bowl)).isEqualTo(SUPPORTED);
    assertThat(verdict(IN, new Box(.5, .5, 1, .75), bowl)).isEqualTo(UNANSWERABLE);
    assertThat(verdict(IN, new Box(0, 0, .125, .0), bowl)).isEqualTo(CONTRADICTED);
  }

  @Test
  void on_restsWithItsFootInTheOther() {
    Box table = new Box(.25, .5, .75, 1);
    assertThat(verdict(ON, new Box(.375, .25, .5, .625), table)).isEqualTo(SUPPORTED);
    // Hanging above it, with a gap of .125; beside it; far from it.
    assertThat(verdict(ON, new Box(.375, .125, .5, .375), table)).isEqualTo(UNANSWERABLE);
    assertThat(verdict(ON, new Box(.0, .5, .25, .9), table)).isEqualTo(UNANSWERABLE);
    assertThat(verdict(ON, new Box(.375, 0, .5, .125), table)).isEqualTo(CONTRADICTED);
  }

  private static Verdict verdict(Placement placement, Box subject, Box object) {
    return placement.verdict(subject, object, PLACING);
  }

  private static Box centred(double x, double y) {
    return new Box(x - .0625, y - .0625, x + .0625, y + .0625);
  }
}
