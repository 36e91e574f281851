package decompgen.torch.pretrain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CaptionBatchTest {
  @Test
  void of_rowsOfDifferentLength_predictsCaptionsAlone() {
    int image = 9;
    CaptionBatch batch =
        CaptionBatch.of(
            List.of(
                new CaptionBatch.Row(new int[] {1, 7, image, 3, 4}, new int[] {5, 6, 2}),
                new CaptionBatch.Row(new int[] {1, 7, image, 3}, new int[] {8, 2})),
            image);
    long no = CaptionBatch.NOTHING;
    assertThat(batch.before()).containsExactly(1, 7);
    assertThat(batch.length()).isEqualTo(5);
    assertThat(batch.after()).containsExactly(3, 4, 5, 6, 2, 3, 8, 2, 0, 0);
    assertThat(batch.targets()).containsExactly(no, 5, 6, 2, no, 8, 2, no, no, no);
  }
}
