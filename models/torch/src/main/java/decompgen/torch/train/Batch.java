package decompgen.torch.train;

import decompgen.domain.training.PairLayout;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.TensorScope;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;

/**
 * Pairs laid out for one pass: R rows of L tokens, N of whose predictions count. The last token of
 * a completion is predicted but not read, so it is in no row.
 *
 * @param ids [R][L], padded on the right with 0
 * @param positions i64 [R, L]
 * @param mask bool [R, 1, L, L] as in {@link decompgen.torch.policy.Pass}; null: causal
 * @param predicting i64 [N], row · L + column of the token whose output predicts: chosen and
 *     rejected of the first pair, of the second, …
 * @param targets i64 [N], what it is to predict
 * @param pictures keys of each row's pictures
 * @param pairs in the order of {@code predicting}
 * @param tokens tokens in the rows, padding left out
 */
record Batch(
    List<long[]> ids,
    Tensor positions,
    @Nullable Tensor mask,
    Tensor predicting,
    Tensor targets,
    List<List<String>> pictures,
    List<TokenPair> pairs,
    long tokens) {

  /** The tensors belong to the scope that is open now. */
  static Batch of(List<TokenPair> pairs, PairLayout layout, Device device) {
    BatchRows rows = new BatchRows();
    for (TokenPair pair : pairs)
      switch (layout) {
        case PLAIN -> rows.addPlain(pair);
        case SHARED_PREFIX -> rows.addShared(pair);
      }
    return rows.batch(pairs, device);
  }

  /** Whether a token may look: causal, but for rejected tokens at chosen ones. */
  static Tensor mask(Tensor chosen, Tensor rejected) {
    return TensorScope.of(
        () -> {
          Tensor apart =
              rejected.unsqueeze(1).unsqueeze(3).logical_and(chosen.unsqueeze(1).unsqueeze(1));
          return apart.logical_not().to(ScalarType.Bool).tril();
        });
  }
}
