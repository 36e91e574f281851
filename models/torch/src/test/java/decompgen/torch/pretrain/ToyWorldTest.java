package decompgen.torch.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import decompgen.torch.memory.Torch;
import decompgen.torch.policy.Adaptation;
import decompgen.torch.pretrain.ToyTrial.Means;
import decompgen.torch.train.TokenPair;
import decompgen.torch.world.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * DPO cures the shipped policy of its habit, judged by the truth of pictures that it never saw; and
 * it does not when the pairs mean nothing.
 */
@Tag("native")
class ToyWorldTest {
  private static final Path SHIPPED =
      Path.of(System.getProperty("project.root"), "models/repository/toy-world-llava/1");

  private static ToyTrial trial;
  private static List<TokenPair> pairs;
  private static List<Scene> unseen;
  private static Means before;

  @TempDir private Path temporary;

  @BeforeAll
  static void respondAndPair() {
    Torch.threads(1);
    trial = new ToyTrial(SHIPPED);
    pairs = trial.pairs(trial.scenes(501, 2000));
    unseen = trial.scenes(502, 800);
    before = trial.measure(unseen, 0, Adaptation.NONE);
  }

  @AfterAll
  static void close() {
    trial.close();
  }

  @Test
  void dpo_pairsByTruth_hallucinatesLessAndNamesAsMuch() {
    Means after = trial.measure(unseen, 0, trial.train(pairs, 1, temporary));
    assertThat(before.hallucinated()).isGreaterThan(.5);
    assertThat(after.hallucinated()).isLessThanOrEqualTo(.4 * before.hallucinated());
    assertThat(after.real()).isCloseTo(before.real(), withinPercentage(5));
    assertThat(after.words()).isCloseTo(before.words(), withinPercentage(15));
  }

  @Test
  void dpo_pairsFlippedAtRandom_hallucinatesAsBefore() {
    Means after = trial.measure(unseen, 0, trial.train(Controls.flipped(pairs, 1), 1, temporary));
    assertThat(after.hallucinated()).isGreaterThan(.85 * before.hallucinated());
  }

  @Test
  void shippedWeights_areSmallAndCallThemselvesSynthetic() throws IOException {
    assertThat(Files.size(SHIPPED.resolve("model.safetensors"))).isLessThan(4_000_000);
    assertThat(Files.readString(SHIPPED.resolve("README.md"))).contains("(synthetic)");
  }
}
