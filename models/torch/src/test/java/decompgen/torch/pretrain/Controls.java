package decompgen.torch.pretrain;

import decompgen.torch.train.TokenPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Pairs that mean nothing, or nothing about their pictures: what a cure must not come from. */
final class Controls {
  private Controls() {}

  /** Which side is chosen is left to chance. */
  static List<TokenPair> flipped(List<TokenPair> pairs, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return pairs.stream()
        .map(
            pair ->
                random.nextBoolean()
                    ? pair
                    : new TokenPair(
                        pair.name(),
                        pair.pictures(),
                        pair.prompt(),
                        pair.rejected(),
                        pair.chosen()))
        .toList();
  }

  /** Every pair gets the picture of another one. */
  static List<TokenPair> shuffled(List<TokenPair> pairs, long seed) {
    List<TokenPair> others = new ArrayList<>(pairs);
    Collections.shuffle(others, new Random(seed));
    return IntStream.range(0, pairs.size())
        .mapToObj(
            i -> {
              TokenPair pair = pairs.get(i);
              return new TokenPair(
                  pair.name(),
                  others.get(i).pictures(),
                  pair.prompt(),
                  pair.chosen(),
                  pair.rejected());
            })
        .toList();
  }
}
