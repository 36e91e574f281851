package decompgen.torch.train;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/** The way from tokens and pictures to a language model's embeddings; nothing of it is trained. */
@FunctionalInterface
public interface Embedder {
  /**
   * Called without gradients, in a scope that frees the result.
   *
   * @param ids i64 [R, L]
   * @param pictures one key a row, null where the row has no picture
   * @return [R, L, D]
   */
  Tensor embed(Tensor ids, List<@Nullable String> pictures);
}
