package decompgen.torch.generate;

import decompgen.torch.memory.Tensors;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;

/** Logits as arrays. */
final class Logits {
  private Logits() {}

  /** [B, 1, V] to [B][V]. */
  static float[][] rows(Tensor logits) {
    float[] all = Tensors.floats(logits);
    int vocabulary = (int) logits.size(2);
    float[][] rows = new float[(int) logits.size(0)][];
    for (int i = 0; i < rows.length; i++)
      rows[i] = Arrays.copyOfRange(all, i * vocabulary, (i + 1) * vocabulary);
    return rows;
  }
}
