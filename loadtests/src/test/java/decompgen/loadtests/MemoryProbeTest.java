package decompgen.loadtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryProbeTest {
  @Test
  void and_eachLargestAtAnotherTime_togetherIsTheLargestSum() {
    MemoryProbe.Peak peak = new MemoryProbe.Peak(0, 0, 0).and(900, 10).and(700, 60);

    assertThat(peak).isEqualTo(new MemoryProbe.Peak(900, 60, 910)); // 900 + 10 > 700 + 60
  }
}
