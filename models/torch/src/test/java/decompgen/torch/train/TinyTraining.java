package decompgen.torch.train;

import decompgen.domain.dpo.DpoLoss;
import decompgen.domain.training.BatchSettings;
import decompgen.domain.training.ComputationSettings;
import decompgen.domain.training.LoraSettings;
import decompgen.domain.training.OptimizerSettings;
import decompgen.domain.training.PairLayout;
import decompgen.domain.training.SavingSettings;
import decompgen.domain.training.Schedule;
import decompgen.domain.training.Targets;
import decompgen.domain.training.TrainingSettings;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Scalar;

/** Pairs of random tokens and settings to train a tiny text model on them. */
final class TinyTraining {
  static final Scalar NAN = new Scalar(Float.NaN);

  private TinyTraining() {}

  static List<TokenPair> pairs(int count) {
    return IntStream.range(0, count).mapToObj(i -> pair(String.valueOf(i), 8 + i, 5)).toList();
  }

  static List<TokenPair> heldOut() {
    return List.of(pair("held out 0", 9, 6), pair("held out 1", 12, 4));
  }

  static TokenPair pair(String name, int prompt, int completion) {
    SplittableRandom random = new SplittableRandom(name.hashCode());
    return new TokenPair(
        name,
        List.of(),
        random.ints(prompt, 0, 400).toArray(),
        random.ints(completion, 0, 400).toArray(),
        random.ints(completion + 2, 0, 400).toArray());
  }

  /** Two pairs a step, dropout, shuffled, a checkpoint after every fifth step. */
  static TrainingSettings settings(int steps) {
    return settings(steps, false);
  }

  static TrainingSettings settings(int steps, boolean checkpointing) {
    return settings(steps, .1, PairLayout.SHARED_PREFIX, checkpointing);
  }

  static TrainingSettings without(double dropout, PairLayout layout, boolean checkpointing) {
    return settings(10, dropout, layout, checkpointing);
  }

  private static TrainingSettings settings(
      int steps, double dropout, PairLayout layout, boolean checkpointing) {
    return new TrainingSettings(
        new DpoLoss(.1, 0),
        new LoraSettings(4, 8, dropout, false, new Targets.Names(List.of("q_proj", "down_proj"))),
        OptimizerSettings.of(.02),
        new Schedule(Schedule.Decay.COSINE, .1),
        new BatchSettings(2, 1, 1000, steps, true, 11),
        new ComputationSettings(layout, checkpointing, 64, 8),
        new SavingSettings(5, 2, 2));
  }
}
