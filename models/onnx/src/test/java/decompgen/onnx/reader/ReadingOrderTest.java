package decompgen.onnx.reader;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.evidence.Evidence.Line;
import decompgen.domain.picture.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingOrderTest {
  @Test
  void of_twoRows_topToBottomThenLeftToRight() {
    Line first = line("first", .1, .1, .3, .2);
    Line second = line("second", .5, .12, .8, .2); // a little lower, same row
    Line third = line("third", .1, .3, .4, .4);
    assertThat(ReadingOrder.of(List.of(third, second, first)))
        .containsExactly(first, second, third);
  }

  @Test
  void of_rightOneHigher_leftOneStillFirst() {
    Line left = line("left", .1, .13, .3, .23);
    Line right = line("right", .5, .1, .8, .2);
    assertThat(ReadingOrder.of(List.of(right, left))).containsExactly(left, right);
  }

  @Test
  void of_smallTextBesideTallText_ownRowUnlessInTheMiddle() {
    Line tall = line("tall", .5, .1, .8, .5); // centre .3
    Line high = line("high", .1, .1, .3, .2); // centre .15: .15 away, half its height is .05
    Line middle = line("middle", .1, .28, .3, .36); // centre .32: .02 away, half its height is .04
    assertThat(ReadingOrder.of(List.of(tall, middle, high))).containsExactly(high, middle, tall);
  }

  @Test
  void of_none_none() {
    assertThat(ReadingOrder.of(List.of())).isEmpty();
  }

  private static Line line(String text, double x0, double y0, double x1, double y1) {
    return new Line(text, 1, new Box(x0, y0, x1, y1));
  }
}
