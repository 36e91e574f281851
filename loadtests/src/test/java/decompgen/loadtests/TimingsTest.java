package decompgen.loadtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class TimingsTest {
  @Test
  void percentile_tenTimesInAnyOrder_isTheNearestRank() {
    Timings timings = Timings.of(DoubleStream.of(10, 9, 8, 7, 6, 5, 4, 3, 2, 1));

    assertThat(timings.median()).isEqualTo(5); // 50 % of 10 is the 5th
    assertThat(timings.percentile(95)).isEqualTo(10); // 9.5, so the 10th
    assertThat(timings.percentile(90)).isEqualTo(9);
    assertThat(timings.percentile(1)).isEqualTo(1); // 0.1, so the 1st
  }

  @Test
  void of_nothing_isRefused() {
    assertThatThrownBy(() -> Timings.of(DoubleStream.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
