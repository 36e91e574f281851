package decompgen.domain.score;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.error.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreEventTest {
  @Test
  void terminal_onlyCompletedAndFailed() {
    assertThat(new ScoreEvent.Completed(List.of(0), List.of()).terminal()).isTrue();
    assertThat(new ScoreEvent.Failed(ErrorCode.INTERNAL, "broken").terminal()).isTrue();
    assertThat(new ScoreEvent.Accepted(ScoreId.random(), 1).terminal()).isFalse();
    assertThat(new ScoreEvent.Responded(0, "A cat.", null, null).terminal()).isFalse();
  }
}
