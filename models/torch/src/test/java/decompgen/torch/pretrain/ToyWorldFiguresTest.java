package decompgen.torch.pretrain;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.torch.memory.Torch;
import decompgen.torch.policy.Adaptation;
import decompgen.torch.pretrain.ToyTrial.Means;
import decompgen.torch.train.TokenPair;
import decompgen.torch.world.Scene;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prints the figures of DECISIONS: other pictures and seeds, sampled responses, both controls. */
@Tag("load")
class ToyWorldFiguresTest {
  private static final Path SHIPPED =
      Path.of(System.getProperty("project.root"), "models/repository/toy-world-llava/1");

  @TempDir private Path temporary;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void dpo_otherPicturesAndSeeds_hallucinatesLessThanEitherControl(long seed) {
    Torch.threads(1);
    long run = 1301 + 100 * seed;
    try (ToyTrial trial = new ToyTrial(SHIPPED)) {
      List<Scene> unseen = trial.scenes(run + 1, 1000);
      List<TokenPair> pairs = trial.pairs(trial.scenes(run, 2000));
      Means before = trial.measure(unseen, 0, Adaptation.NONE);
      print(seed, "before", before, trial.measure(unseen, 1, Adaptation.NONE));
      Means after = after(trial, "after", pairs, unseen, seed);
      Means shuffled =
          after(trial, "pictures shuffled", Controls.shuffled(pairs, seed), unseen, seed);
      Means flipped =
          after(trial, "flipped at random", Controls.flipped(pairs, seed), unseen, seed);
      assertThat(after.hallucinated()).isLessThan(.4 * before.hallucinated());
      assertThat(after.hallucinated()).isLessThan(shuffled.hallucinated());
      assertThat(flipped.hallucinated()).isGreaterThan(.8 * before.hallucinated());
    }
  }

  private Means after(
      ToyTrial trial, String what, List<TokenPair> pairs, List<Scene> unseen, long seed) {
    Path adapter = trial.train(pairs, seed, temporary.resolve(what));
    Means greedy = trial.measure(unseen, 0, adapter);
    print(seed, what, greedy, trial.measure(unseen, 1, adapter));
    return greedy;
  }

  private static void print(long seed, String what, Means greedy, Means sampled) {
    System.out.printf("seed %d, %s: greedy %s; sampled %s%n", seed, what, greedy, sampled);
  }
}
