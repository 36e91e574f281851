package decompgen.domain.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.evidence.Evidence.Label;
import decompgen.domain.evidence.Evidence.Line;
import decompgen.domain.picture.Box;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private final Detection sure = new Detection("cat", .9, Box.WHOLE);
  private final Detection faint = new Detection("cat", .2, Box.WHOLE);
  private final Boxes boxes =
      new Boxes(List.of(sure, faint, new Detection("dog", .8, Box.WHOLE)), Map.of("cat", .9));

  @Test
  void of_label_fromThatScoreOn() {
    assertThat(boxes.of("cat", .9)).containsExactly(sure);
    assertThat(boxes.of("cat", .2)).containsExactly(sure, faint);
    assertThat(boxes.of("bird", 0)).isEmpty();
  }

  @Test
  void best_unknownClass_isZero() {
    assertThat(boxes.best("cat")).isEqualTo(.9);
    assertThat(boxes.best("bird")).isZero();
  }

  @Test
  void evidence_scoreOutsideZeroToOne_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Detection("cat", 1.1, Box.WHOLE));
    assertThatIllegalArgumentException().isThrownBy(() -> new Label("cat", -.1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Line("cat", Double.NaN, Box.WHOLE));
  }
}
