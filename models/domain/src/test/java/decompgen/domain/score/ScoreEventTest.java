package decompgen.domain.score;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.error.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreEventTest {
  @Test
  void last_onlyCompletedAndFailed() {
    assertThat(new ScoreEvent.Completed(List.of(0), List.of()).last()).isTrue();
    assertThat(new ScoreEvent.Failed(ErrorCode.INTERNAL, "broken").last()).isTrue();
    assertThat(new ScoreEvent.Accepted(ScoreId.random(), 1).last()).isFalse();
    assertThat(new ScoreEvent.Responded(0, "A cat.", null, null).last()).isFalse();
  }
}
