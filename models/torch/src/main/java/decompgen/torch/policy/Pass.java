package decompgen.torch.policy;

import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * What one pass through the blocks needs beside the embeddings [B, L, D].
 *
 * @param positions i64 [B or 1, L], for the rotary embedding
 * @param mask bool [B or 1, 1, L, T], true where a token may look; null: at itself and all before
 *     it (then a cache must be empty or L be 1)
 * @param cache what was seen before; the pass's own tokens are appended
 * @param adaptation the adapter in use, or {@link Adaptation#NONE}
 * @param training whether a training asks; Qwen stretches long prompts only outside of it
 */
public record Pass(
    Tensor positions,
    @Nullable Tensor mask,
    @Nullable KvCache cache,
    Adaptation adaptation,
    boolean training) {
  public Pass {
    if (mask == null && cache != null && cache.length() > 0 && positions.size(1) != 1)
      throw new IllegalArgumentException("several tokens after a cached past need a mask");
  }

  /** A pass outside of training. */
  public Pass(
      Tensor positions, @Nullable Tensor mask, @Nullable KvCache cache, Adaptation adaptation) {
    this(positions, mask, cache, adaptation, false);
  }

  /** The same pass as a training asks for it. */
  public Pass forTraining() {
    return new Pass(positions, mask, cache, adaptation, true);
  }

  /** A causal pass without a past. */
  public static Pass causal(Tensor positions, Adaptation adaptation) {
    return new Pass(positions, null, null, adaptation);
  }
}
