package decompgen.torch.train;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** The way from tokens and pictures to a language model's embeddings; nothing of it is trained. */
@FunctionalInterface
public interface Embedder {
  /**
   * Called without gradients, in a scope that frees what it makes.
   *
   * @param ids a row of L tokens
   * @param pictures keys of the pictures in it
   * @return [1, L, D]
   */
  Tensor embed(long[] ids, List<String> pictures);
}
