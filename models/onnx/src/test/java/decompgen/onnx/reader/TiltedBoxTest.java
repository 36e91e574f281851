package decompgen.onnx.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TiltedBoxTest {
  @Test
  void around_uprightRectangle_itself() {
    TiltedBox box = TiltedBox.around(points(1, 2, 7, 2, 7, 5, 1, 5, 3, 4));
    assertThat(box.area()).isCloseTo(18, within(1e-9)); // 6 by 3
    assertThat(box.shortSide()).isCloseTo(3, within(1e-9));
    assertThat(box.centre()).isEqualTo(new Point(4, 3.5));
  }

  @Test
  void around_squareOnItsCorner_tilted() {
    // Corners at distance 2 from (0, 0): side 2 * sqrt 2, area 8; the upright box would have 16.
    TiltedBox box = TiltedBox.around(points(2, 0, 0, 2, -2, 0, 0, -2));
    assertThat(box.area()).isCloseTo(8, within(1e-9));
    assertThat(Math.abs(box.cosine())).isCloseTo(Math.sqrt(.5), within(1e-9));
  }

  @Test
  void around_pointsOnALine_flat() {
    TiltedBox box = TiltedBox.around(points(0, 0, 3, 4, 6, 8));
    assertThat(box.area()).isCloseTo(0, within(1e-9));
    assertThat(Math.max(box.along(), box.across())).isCloseTo(10, within(1e-9));
  }

  @Test
  void around_onePoint_empty() {
    TiltedBox box = TiltedBox.around(points(3, 4, 3, 4));
    assertThat(box.centre()).isEqualTo(new Point(3, 4));
    assertThat(box.area()).isZero();
  }

  @Test
  void grown_byTwo_everySideMovesOutward() {
    TiltedBox grown = TiltedBox.around(points(0, 0, 10, 0, 10, 4, 0, 4)).grown(2);
    assertThat(grown.area()).isCloseTo(14 * 8, within(1e-9));
    assertThat(grown.holds(-2, -2, 0)).isTrue();
    assertThat(grown.holds(-2.1, 0, 0)).isFalse();
    assertThat(grown.holds(-2.1, 0, .2)).isTrue();
  }

  @Test
  void new_negativeSide_refused() {
    assertThatThrownBy(() -> new TiltedBox(new Point(0, 0), -1, 2, 1, 0))
        .hasMessageContaining("-1");
  }

  private static List<Point> points(double... xy) {
    return IntStream.range(0, xy.length / 2)
        .mapToObj(i -> new Point(xy[2 * i], xy[2 * i + 1]))
        .toList();
  }
}
