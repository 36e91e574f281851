package decompgen.torch.train;

import decompgen.domain.dpo.DpoLoss;
import decompgen.domain.dpo.PairLogProbs;
import decompgen.domain.training.PairMetrics;
import decompgen.domain.training.TrainingSettings;
import decompgen.torch.adapter.Lora;
import decompgen.torch.memory.Randomness;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Adds the gradient of some pairs' DPO loss to an adapter's. The loss and its gradient by the
 * log-probabilities are {@link DpoLoss}'s; libtorch's backward starts from there.
 */
final class DpoStep {
  private final Trainee trainee;
  private final Lora lora;
  private final TrainingSettings settings;
  private final CompletionScorer scorer;
  private final Backward backward;

  DpoStep(Trainee trainee, Lora lora, TrainingSettings settings) {
    this.trainee = trainee;
    this.lora = lora;
    this.settings = settings;
    this.scorer = new CompletionScorer(trainee);
    this.backward =
        settings.computation().gradientCheckpointing()
            ? new Backward.Recomputed()
            : new Backward.Kept();
  }

  /** What came of some pairs. */
  record Outcome(List<PairMetrics.Seen> seen, long tokens) {}

  /**
   * Adds the gradients.
   *
   * @param reference one a pair
   * @param weight of each pair in the loss, 1 / pairs of the whole step
   * @param randomness of dropout
   */
  Outcome run(
      List<TokenPair> pairs, List<PairLogProbs> reference, double weight, Randomness randomness) {
    List<PairMetrics.Seen> seen = new ArrayList<>();
    try (TensorScope _ = TensorScope.open()) {
      Batch batch = Batch.of(pairs, settings.computation().layout(), trainee.placement().device());
      backward.run(
          scorer.blocks(batch, lora.withDropout(randomness)),
          scorer.embeddings(batch),
          hidden -> scorer.predicted(batch, hidden),
          logProbs -> {
            seen.addAll(steps(batch, Tensors.floats(logProbs), reference));
            return gradient(batch, seen, weight).to(logProbs.device(), logProbs.scalar_type());
          });
      return new Outcome(seen, batch.tokens());
    }
  }

  private List<PairMetrics.Seen> steps(
      Batch batch, float[] tokenLogProbs, List<PairLogProbs> reference) {
    List<PairLogProbs> policy = CompletionScorer.sums(batch, tokenLogProbs);
    List<PairMetrics.Seen> seen = new ArrayList<>();
    for (int i = 0; i < policy.size(); i++)
      seen.add(
          new PairMetrics.Seen(
              settings.loss().step(policy.get(i), reference.get(i)), policy.get(i)));
    return seen;
  }

  /** A sum's gradient is that of each of its tokens: f32 [N]. */
  private static Tensor gradient(Batch batch, List<PairMetrics.Seen> seen, double weight) {
    float[] gradient = new float[(int) batch.targets().numel()];
    int at = 0;
    for (int i = 0; i < seen.size(); i++) {
      DpoLoss.Step step = seen.get(i).step();
      int middle = at + batch.pairs().get(i).chosen().length;
      int end = middle + batch.pairs().get(i).rejected().length;
      Arrays.fill(gradient, at, middle, (float) (weight * step.chosenGradient()));
      Arrays.fill(gradient, middle, end, (float) (weight * step.rejectedGradient()));
      at = end;
    }
    return Tensors.of(gradient, gradient.length);
  }
}
