package decompgen.torch.train;

import decompgen.domain.dpo.CompletionLogProb;
import decompgen.domain.dpo.PairLogProbs;
import decompgen.domain.training.PairLayout;
import decompgen.torch.memory.Dtype;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import decompgen.torch.memory.Torch;
import decompgen.torch.policy.Adaptation;
import decompgen.torch.policy.LanguageModel;
import decompgen.torch.policy.Pass;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Log-probabilities of completions, log π(y|x): natural log, completion tokens only, each predicted
 * by the token before it, in float32. Logits are computed only where a completion is predicted.
 */
final class CompletionScorer {
  private final Trainee trainee;

  CompletionScorer(Trainee trainee) {
    this.trainee = trainee;
  }

  /**
   * Those of pairs, without gradients; with {@link Adaptation#NONE} they are the reference's.
   *
   * @return one a pair, in their order
   */
  List<PairLogProbs> score(List<TokenPair> pairs, PairLayout layout, Adaptation adaptation) {
    return Torch.withoutGradients(
        () -> {
          try (TensorScope _ = TensorScope.open()) {
            Batch batch = Batch.of(pairs, layout, trainee.placement().device());
            Tensor hidden = blocks(batch, adaptation).all(embeddings(batch));
            return sums(batch, Tensors.floats(predicted(batch, hidden)));
          }
        });
  }

  /** [R, L, D], without gradients. */
  Tensor embeddings(Batch batch) {
    return Torch.withoutGradients(
        () ->
            TensorScope.of(
                () -> {
                  Tensor[] rows = new Tensor[batch.ids().size()];
                  for (int i = 0; i < rows.length; i++)
                    rows[i] = trainee.embedder().embed(batch.ids().get(i), batch.pictures().get(i));
                  return Tensors.cat(0, rows);
                }));
  }

  LanguageModel.Blocks blocks(Batch batch, Adaptation adaptation) {
    return trainee
        .language()
        .blocks(new Pass(batch.positions(), batch.mask(), null, adaptation).forTraining());
  }

  /** Outputs of the last block [R, L, D] to f32 [N]: log π(y_t | x, y_&lt;t) of every target. */
  Tensor predicted(Batch batch, Tensor hidden) {
    return TensorScope.of(
        () ->
            trainee
                .language()
                .head(hidden.flatten(0, 1).index_select(0, batch.predicting()))
                .to(Dtype.F32.scalarType())
                .log_softmax(-1)
                .gather(1, batch.targets().unsqueeze(1))
                .squeeze(1));
  }

  /** Sums [pairs] of the tokens' log-probabilities [N], in double precision. */
  static List<PairLogProbs> sums(Batch batch, float[] tokenLogProbs) {
    List<PairLogProbs> sums = new ArrayList<>();
    int at = 0;
    for (TokenPair pair : batch.pairs()) {
      int middle = at + pair.chosen().length;
      int end = middle + pair.rejected().length;
      sums.add(new PairLogProbs(sum(tokenLogProbs, at, middle), sum(tokenLogProbs, middle, end)));
      at = end;
    }
    return sums;
  }

  private static CompletionLogProb sum(float[] tokenLogProbs, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) sum += tokenLogProbs[i];
    return new CompletionLogProb(sum, to - from);
  }
}
