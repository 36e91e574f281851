package decompgen.loadtests.claims;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.benchmark.LabelledSentence;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhotoSplitTest {
  private final LabelledSentence b = new LabelledSentence("b.jpg", "A dog.", true);
  private final LabelledSentence c = new LabelledSentence("c.jpg", "A cow.", true);
  private final LabelledSentence a = new LabelledSentence("a.jpg", "A cat.", true);
  private final LabelledSentence alsoA = new LabelledSentence("a.jpg", "A bus.", false);
  private final List<LabelledSentence> sentences = List.of(b, c, a, alsoA);

  @Test
  void of_evenAndOdd_countPhotosByNameFrom0() {
    assertThat(PhotoSplit.even.of(sentences)).containsExactly(c, a, alsoA);
    assertThat(PhotoSplit.odd.of(sentences)).containsExactly(b);
  }

  @Test
  void of_all_keepsAll() {
    assertThat(PhotoSplit.all.of(sentences)).isEqualTo(sentences);
  }
}
