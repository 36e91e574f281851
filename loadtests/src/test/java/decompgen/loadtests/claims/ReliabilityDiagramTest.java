package decompgen.loadtests.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import decompgen.domain.benchmark.Reliability.Bin;
import decompgen.loadtests.claims.ReliabilityDiagram.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityDiagramTest {
  @Test
  void point_fourOfFiveTrue_workedByHand() {
    // Wilson at n = 5, p = .8: centre (.8 + 3.8416/10) / (1 + 3.8416/5) = 1.18416/1.76832 = .66965,
    // half 1.96/1.76832 · sqrt(.16/5 + 3.8416/100) = 1.10840 · .26536 = .29413; y = 62 + 300·(1 -
    // p).
    Point point = Point.of(new Bin(5, .9, .8));
    assertThat(point.x()).isCloseTo(60 + 270, within(1e-9));
    assertThat(point.y()).isCloseTo(62 + 60, within(1e-9));
    assertThat(point.low()).isCloseTo(62 + 300 * (1 - .37552), within(.01));
    assertThat(point.high()).isCloseTo(62 + 300 * (1 - .96378), within(.01));
  }

  @Test
  void svg_noSentences_hasNoPoint() {
    assertThat(ReliabilityDiagram.svg(List.of(), "a <test>"))
        .contains("0 of 0 sentences decided", "ECE -", "a &lt;test&gt;")
        .doesNotContain("<circle");
  }
}
