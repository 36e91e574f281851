package decompgen.torch.generate;

import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import decompgen.torch.policy.KvCache;
import decompgen.torch.policy.LanguageModel;
import decompgen.torch.policy.Masks;
import decompgen.torch.policy.Pass;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Prompts as one batch, padded to the left, read in one pass. */
final class Prefill {
  private final List<Prompt> prompts;
  private final Placed placed;
  private final int longest;

  Prefill(List<Prompt> prompts, Placed placed) {
    this.prompts = prompts;
    this.placed = placed;
    this.longest = prompts.stream().mapToInt(Prompt::length).max().orElseThrow();
  }

  /**
   * What a pass over the prompts leaves: the rows, and the logits f32 [prompts][V] of their ends.
   */
  record Read(Rows rows, float[][] logits) {}

  /**
   * @param room tokens that will follow
   */
  Read run(LanguageModel model, int room) {
    KvCache cache = model.cache(prompts.size(), longest + room);
    try (TensorScope _ = TensorScope.open()) {
      boolean padded = prompts.stream().anyMatch(prompt -> prompt.length() < longest);
      Tensor present = padded ? present(longest + room) : null;
      Tensor mask = present == null ? null : Masks.causal(present.narrow(1, 0, longest), longest);
      Pass pass = new Pass(positions(), mask, cache, placed.adaptation());
      Tensor hidden = model.blocks(pass).all(embeddings());
      Tensor logits = model.head(hidden.narrow(1, longest - 1, 1));
      long[] next = prompts.stream().mapToLong(Prompt::length).toArray();
      float[][] last = Logits.rows(logits);
      if (present != null) TensorScope.keep(present);
      return new Read(new Rows(placed, cache, present, next), last);
    } catch (RuntimeException failed) {
      cache.close();
      throw failed;
    }
  }

  /** [prompts, longest, D]; padding is zero, nobody looks at it. */
  private Tensor embeddings() {
    Tensor[] rows = prompts.stream().map(this::padded).toArray(Tensor[]::new);
    return Tensors.cat(0, rows);
  }

  private Tensor padded(Prompt prompt) {
    long missing = longest - prompt.length();
    if (missing == 0) return prompt.embeddings();
    Tensor first = prompt.embeddings().narrow(1, 0, 1);
    Tensor padding = torch.zeros_like(first).repeat(1, missing, 1);
    return Tensors.cat(1, padding, prompt.embeddings());
  }

  /** Counted from each prompt's first token; padding stands at 0. */
  private Tensor positions() {
    long[] values = new long[prompts.size() * longest];
    for (int row = 0; row < prompts.size(); row++) {
      int padding = longest - prompts.get(row).length();
      for (int i = padding; i < longest; i++) values[row * longest + i] = i - padding;
    }
    return placed.longs(values, prompts.size(), longest);
  }

  private Tensor present(int capacity) {
    long[] values = new long[prompts.size() * capacity];
    for (int row = 0; row < prompts.size(); row++)
      for (int i = longest - prompts.get(row).length(); i < capacity; i++)
        values[row * capacity + i] = 1;
    return placed.longs(values, prompts.size(), capacity).to(ScalarType.Bool);
  }
}
