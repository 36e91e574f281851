package decompgen.torch.generate;

import org.bytedeco.pytorch.Tensor;

/**
 * What a response is written after.
 *
 * @param ids its tokens, image tokens expanded
 * @param embeddings [1, ids.length, D], with the pictures' features in their places
 */
public record Prompt(long[] ids, Tensor embeddings) {
  public Prompt {
    if (ids.length == 0 || embeddings.size(1) != ids.length)
      throw new IllegalArgumentException(
          ids.length + " ids, " + embeddings.size(1) + " embeddings");
  }

  int length() {
    return ids.length;
  }
}
