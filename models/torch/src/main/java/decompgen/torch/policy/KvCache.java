package decompgen.torch.policy;

import decompgen.torch.memory.Placement;
import decompgen.torch.memory.TensorScope;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * Keys and values of the tokens seen so far, one pair of buffers a block, made for a fixed number
 * of tokens. Not for passes with gradients.
 */
public final class KvCache implements AutoCloseable {
  /** [B, key-value heads, capacity, headSize] each. */
  private record Buffers(Tensor keys, Tensor values) {}

  /** What a block attends to: [B, key-value heads, tokens so far, headSize] each. */
  public record Seen(Tensor keys, Tensor values) {}

  private final List<Buffers> blocks;
  private long length;
  private long firstPass;

  /** Takes the buffers out of the scope that they were made in, once all of them are there. */
  private KvCache(List<Buffers> blocks, long length, long firstPass) {
    this.blocks = blocks;
    this.length = length;
    this.firstPass = firstPass;
    for (Buffers block : blocks) {
      TensorScope.keep(block.keys);
      TensorScope.keep(block.values);
    }
  }

  static KvCache empty(int blocks, long[] sizes, Placement placement) {
    List<Buffers> buffers = new ArrayList<>();
    try (TensorScope _ = TensorScope.open()) {
      TensorOptions options = placement.options();
      for (int i = 0; i < blocks; i++)
        buffers.add(new Buffers(torch.zeros(sizes, options), torch.zeros(sizes, options)));
      return new KvCache(buffers, 0, 0);
    }
  }

  /** Tokens seen, the same in all blocks between passes. */
  public long length() {
    return length;
  }

  /** Tokens of the pass that began it, padding included; 0 before. */
  long firstPass() {
    return firstPass;
  }

  /** Appends a pass's keys and values to a block's, and returns all of them as views. */
  Seen append(int block, Tensor keys, Tensor values) {
    Buffers buffers = blocks.get(block);
    long added = keys.size(2);
    if (length == 0) firstPass = added;
    buffers.keys.narrow(2, length, added).copy_(keys);
    buffers.values.narrow(2, length, added).copy_(values);
    Seen seen =
        new Seen(
            buffers.keys.narrow(2, 0, length + added), buffers.values.narrow(2, 0, length + added));
    if (block == blocks.size() - 1) length += added;
    return seen;
  }

  /**
   * A cache of other rows with the same past: row i takes row {@code rows[i]}.
   *
   * @param rows i64 [new B]
   */
  public KvCache select(Tensor rows) {
    List<Buffers> taken = new ArrayList<>();
    try (TensorScope _ = TensorScope.open()) {
      for (Buffers block : blocks)
        taken.add(
            new Buffers(block.keys.index_select(0, rows), block.values.index_select(0, rows)));
      return new KvCache(taken, length, firstPass);
    }
  }

  /** Forgets everything after a length. */
  public void truncate(long tokens) {
    if (tokens < 0 || tokens > length) throw new IllegalArgumentException("tokens: " + tokens);
    length = tokens;
  }

  @Override
  public void close() {
    for (Buffers block : blocks) {
      block.keys.close();
      block.values.close();
    }
  }
}
