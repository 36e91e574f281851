package decompgen.domain.training;

import java.nio.file.Path;
import java.util.List;

/** What a training tells while it runs, in this order; steps count from 1. */
public sealed interface TrainingEvent {
  /**
   * It is known what will be done.
   *
   * @param pairs pairs trained on
   * @param leftOut pairs that are not, each with the reason
   * @param steps of the whole training
   * @param done steps that a checkpoint found in the folder has done already
   * @param estimatedBytes memory that it will need, weights included
   */
  record Prepared(int pairs, List<LeftOut> leftOut, int steps, int done, long estimatedBytes)
      implements TrainingEvent {
    public Prepared {
      leftOut = List.copyOf(leftOut);
    }
  }

  /** Reference log-probabilities are known of so many pairs, held-out ones included. */
  record Referenced(int done, int pairs) implements TrainingEvent {}

  /** A step is done. */
  record Stepped(StepMetrics metrics) implements TrainingEvent {}

  /** The held-out pairs were looked at. */
  record Evaluated(int step, PairMetrics metrics) implements TrainingEvent {}

  /** A training killed from now on goes on from this step. */
  record Saved(int step, Path checkpoint) implements TrainingEvent {}

  /** A pair that is not trained on. */
  record LeftOut(String pair, String reason) {}
}
