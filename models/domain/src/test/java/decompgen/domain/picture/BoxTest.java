package decompgen.domain.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BoxTest {
  @Test
  void iou_halfOverlap_isAThird() {
    // Two boxes of .08, common .04: .04 / (.08 + .08 - .04) = 1/3.
    Box left = new Box(0, 0, .4, .2);
    Box right = new Box(.2, 0, .6, .2);
    assertThat(left.iou(right)).isCloseTo(1.0 / 3, within(1e-12));
  }

  @Test
  void iou_emptyBoxes_isZero() {
    Box point = new Box(.5, .5, .5, .5);
    assertThat(point.iou(point)).isZero();
    assertThat(point.inside(Box.WHOLE)).isZero();
  }

  @Test
  void gap_acrossAndDown_isTheDistanceOfCorners() {
    // .3 across, .4 down: 3-4-5.
    assertThat(new Box(0, 0, .1, .1).gap(new Box(.4, .5, .6, .6))).isCloseTo(.5, within(1e-12));
  }

  @Test
  void inside_quarterOfIt_isAQuarter() {
    assertThat(new Box(0, 0, .4, .4).inside(new Box(.2, .2, 1, 1))).isCloseTo(.25, within(1e-12));
  }

  @Test
  void box_sidesSwappedOrOutside_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Box(.5, 0, .4, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Box(0, .5, 1, .4));
    assertThatIllegalArgumentException().isThrownBy(() -> new Box(-.1, 0, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Box(0, 0, 1, 1.1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Box(Double.NaN, 0, 1, 1));
  }

  @Test
  void clipped_outside_isOnTheBorder() {
    assertThat(Box.clipped(-1, .2, 2, 1.5)).isEqualTo(new Box(0, .2, 1, 1));
    assertThat(Box.clipped(1.5, 0, 2, 1)).isEqualTo(new Box(1, 0, 1, 1));
  }

  @Property
  void iou_anyBoxes_symmetricAndAtMostOne(@ForAll("boxes") Box one, @ForAll("boxes") Box other) {
    assertThat(one.iou(other)).isEqualTo(other.iou(one), within(1e-12)).isBetween(0.0, 1 + 1e-12);
  }

  @Property
  void iou_sameBox_isOne(@ForAll("boxes") Box box) {
    assertThat(box.iou(box)).isEqualTo(box.area() > 0 ? 1 : 0, within(1e-9));
  }

  @Property
  void gap_anyBoxes_zeroWhereTheyOverlap(@ForAll("boxes") Box one, @ForAll("boxes") Box other) {
    assertThat(one.gap(other)).isEqualTo(other.gap(one)).isBetween(0.0, Math.sqrt(2));
    if (one.overlap(other) > 0) assertThat(one.gap(other)).isZero();
  }

  @Provide
  Arbitrary<Box> boxes() {
    Arbitrary<Double> side = Arbitraries.doubles().between(0, 1);
    return Combinators.combine(side, side, side, side)
        .as(
            (a, b, c, d) ->
                new Box(Math.min(a, b), Math.min(c, d), Math.max(a, b), Math.max(c, d)));
  }
}
