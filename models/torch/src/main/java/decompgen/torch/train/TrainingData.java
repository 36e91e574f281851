package decompgen.torch.train;

import java.util.List;
import java.util.stream.Stream;

/** Pairs to train on, and pairs that are only looked at. */
public record TrainingData(List<TokenPair> training, List<TokenPair> heldOut) {
  public TrainingData {
    training = List.copyOf(training);
    heldOut = List.copyOf(heldOut);
  }

  public static TrainingData of(List<TokenPair> training) {
    return new TrainingData(training, List.of());
  }

  /** Both, those to train on first. */
  List<TokenPair> all() {
    return Stream.concat(training.stream(), heldOut.stream()).toList();
  }
}
