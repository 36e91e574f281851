package decompgen.torch.generate;

import decompgen.torch.memory.TensorScope;
import decompgen.torch.policy.KvCache;
import decompgen.torch.policy.Pass;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/** The responses being written, side by side in one batch; those that are done leave it. */
final class Rows implements AutoCloseable {
  private final Placed placed;
  private KvCache cache;
  private @Nullable Tensor present;
  private int[] rows;
  private long[] positions;

  /**
   * One row a prompt.
   *
   * @param cache of the prompts, closed with this
   * @param present bool [prompts, capacity], false where a prompt was padded; null without padding
   * @param positions rotary position of the next token of each
   */
  Rows(Placed placed, KvCache cache, @Nullable Tensor present, long[] positions) {
    this.placed = placed;
    this.cache = cache;
    this.present = present;
    this.positions = positions;
    this.rows = IntStream.range(0, positions.length).toArray();
  }

  /** The row of each index of the batch. */
  int[] rows() {
    return rows;
  }

  /** Repeats every row: its samples follow each other and have rows of their own. */
  void repeat(int samples) {
    if (samples == 1) return;
    take(IntStream.range(0, rows.length * samples).map(i -> i / samples).toArray());
    rows = IntStream.range(0, rows.length).toArray();
  }

  /**
   * Lets done rows go once at most half of the batch is left, since copying costs too.
   *
   * @return the indices that stay
   */
  int[] compact(IntPredicate done) {
    int[] going = IntStream.range(0, rows.length).filter(i -> !done.test(rows[i])).toArray();
    if (going.length > rows.length / 2) return IntStream.range(0, rows.length).toArray();
    take(going);
    return going;
  }

  private void take(int[] indices) {
    try (TensorScope scope = TensorScope.open()) {
      long[] taken = IntStream.of(indices).asLongStream().toArray();
      Tensor chosen = placed.longs(taken, taken.length);
      KvCache other = cache.select(chosen);
      cache.close();
      cache = other;
      if (present != null) {
        Tensor kept = TensorScope.keep(present.index_select(0, chosen));
        present.close();
        present = kept;
      }
    }
    rows = IntStream.of(indices).map(i -> rows[i]).toArray();
    positions = IntStream.of(indices).mapToLong(i -> positions[i]).toArray();
  }

  /** The pass of one more token of each row; their positions move on. */
  Pass next() {
    Tensor at = placed.longs(positions, positions.length, 1);
    for (int i = 0; i < positions.length; i++) positions[i]++;
    Tensor mask =
        present == null ? null : present.narrow(1, 0, cache.length() + 1).unsqueeze(1).unsqueeze(1);
    return new Pass(at, mask, cache, placed.adaptation());
  }

  @Override
  public void close() {
    cache.close();
    if (present != null) present.close();
  }
}
