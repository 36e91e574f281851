package decompgen.torch.policy;

import decompgen.torch.memory.TensorScope;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/** Scaled dot-product attention, grouped queries included. */
final class Attention {
  private Attention() {}

  /**
   * softmax(q kᵀ / √d + mask) v.
   *
   * @param queries [B, H, L, d]
   * @param keys [B, G, T, d], H a multiple of G
   * @param values [B, G, T, d]
   * @param mask bool, true where a query may look, as in {@link Pass}; null: causal, or everywhere
   *     when L is 1
   * @return [B, L, H·d]
   */
  static Tensor attend(Tensor queries, Tensor keys, Tensor values, @Nullable Tensor mask) {
    return TensorScope.of(
        () -> {
          long batch = queries.size(0);
          long heads = queries.size(1);
          long length = queries.size(2);
          long groups = keys.size(1);
          Tensor attended =
              length == 1
                  // One token: a group's queries look at its keys as if they were tokens.
                  ? dotProduct(
                          queries.reshape(batch, groups, heads / groups, -1),
                          keys,
                          values,
                          mask,
                          false)
                      .reshape(batch, heads, 1, -1)
                  : dotProduct(
                      queries,
                      repeat(keys, heads / groups),
                      repeat(values, heads / groups),
                      mask,
                      mask == null);
          return attended.transpose(1, 2).reshape(batch, length, -1);
        });
  }

  /**
   * The same within a pass, after what its cache holds of the block; {@code own} is added to it.
   */
  static Tensor attend(Tensor queries, KvCache.Seen own, Pass pass, int block) {
    KvCache cache = pass.cache();
    KvCache.Seen seen = cache == null ? own : cache.append(block, own.keys(), own.values());
    return attend(queries, seen.keys(), seen.values(), pass.mask());
  }

  /**
   * softmax(q kᵀ / √d) v where everybody looks everywhere.
   *
   * @param queries [B, H, L, d]
   * @param keys [B, H, T, d]
   * @param values [B, H, T, d]
   * @return [B, L, H·d]
   */
  static Tensor everywhere(Tensor queries, Tensor keys, Tensor values) {
    return TensorScope.of(
        () ->
            dotProduct(queries, keys, values, null, false)
                .transpose(1, 2)
                .reshape(queries.size(0), queries.size(2), -1));
  }

  private static Tensor dotProduct(
      Tensor queries, Tensor keys, Tensor values, @Nullable Tensor mask, boolean causal) {
    return torch.scaled_dot_product_attention(
        queries,
        keys,
        values,
        mask == null ? new TensorOptional() : new TensorOptional(mask),
        0,
        causal,
        new DoubleOptional(),
        false);
  }

  private static Tensor repeat(Tensor x, long times) {
    if (times == 1) return x;
    long[] sizes = {x.size(0), x.size(1), times, x.size(2), x.size(3)};
    return x.unsqueeze(2).expand(sizes).reshape(sizes[0], sizes[1] * times, sizes[3], sizes[4]);
  }
}
