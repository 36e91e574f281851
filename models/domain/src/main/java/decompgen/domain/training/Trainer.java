package decompgen.domain.training;

import decompgen.domain.error.Failure;
import decompgen.domain.expert.Cancellation;
import java.nio.file.Path;
import java.util.List;

/** Trains adapters for one policy. Platform threads only. */
public interface Trainer extends AutoCloseable {

  /**
   * Trains until the last step, or until it is asked to stop; running it again with the same folder
   * goes on from the last checkpoint.
   *
   * @param heldOut pairs that are looked at and not trained on
   * @param folder where checkpoints, metrics and, in the end, {@code adapter/} are kept
   * @throws Failure REQUEST_INVALID when no pair can be trained on; CONFIG_INVALID when the folder
   *     is another training's or memory will not do; MODEL_FAILED when loss or gradient is not
   *     finite; CANCELLED when it is asked to stop while it reads the pairs; INTERNAL when the disk
   *     is full
   */
  TrainingResult train(Pairs pairs, TrainingSettings settings, Path folder, Listening listening);

  /** Pairs to train on, and pairs that are only looked at. */
  record Pairs(List<TrainingPair> training, List<TrainingPair> heldOut) {
    public Pairs {
      training = List.copyOf(training);
      heldOut = List.copyOf(heldOut);
    }
  }

  /** Who hears of a training, and who may stop it. */
  record Listening(TrainingListener listener, Cancellation stop) {}

  @Override
  void close();
}
