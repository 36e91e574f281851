package decompgen.torch.train;

import decompgen.domain.training.BatchSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Which pairs each step sees. Settings and step decide it, so there is nothing to remember. */
final class DataOrder {
  private final BatchSettings settings;
  private final int pairs;
  private int epoch = -1;
  private List<Integer> order = List.of();

  DataOrder(BatchSettings settings, int pairs) {
    this.settings = settings;
    this.pairs = pairs;
  }

  int steps() {
    return settings.steps(pairs);
  }

  /** Epochs that so many steps are. */
  double epochs(int steps) {
    return (double) steps / settings.stepsPerEpoch(pairs);
  }

  /**
   * Indices of a step's pairs, one list for each time that gradients are computed.
   *
   * @param step from 0
   */
  List<List<Integer>> at(int step) {
    int perEpoch = settings.stepsPerEpoch(pairs);
    List<Integer> all = order(step / perEpoch);
    int from = step % perEpoch * settings.pairsPerStep();
    int to = Math.min(pairs, from + settings.pairsPerStep());
    List<List<Integer>> parts = new ArrayList<>();
    for (int at = from; at < to; at += settings.pairs())
      parts.add(all.subList(at, Math.min(to, at + settings.pairs())));
    return parts;
  }

  private List<Integer> order(int wanted) {
    if (wanted != epoch) {
      epoch = wanted;
      order = new ArrayList<>(IntStream.range(0, pairs).boxed().toList());
      RandomGenerator random = new SplittableRandom(settings.seed() * 1_000_003 + wanted);
      if (settings.shuffle()) Collections.shuffle(order, Random.from(random));
    }
    return order;
  }
}
