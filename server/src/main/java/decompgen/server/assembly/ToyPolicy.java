package decompgen.server.assembly;

import decompgen.torch.memory.Torch;
import decompgen.torch.pretrain.Pretraining;
import java.nio.file.Path;

/** Makes the synthetic policy that ships, or another one. */
public final class ToyPolicy {
  private ToyPolicy() {}

  /** Hears of each step. */
  @FunctionalInterface
  public interface Progress {
    /**
     * @param lesson what is learnt now
     * @param step from 1
     */
    void step(String lesson, int step, int steps, double loss);
  }

  /**
   * Makes a policy; minutes. The folder is there whole or not at all.
   *
   * @param threads that libtorch computes with; the policy depends on their number in its last bits
   * @throws decompgen.domain.error.Failure INTERNAL when the folder cannot be written
   */
  public static void make(Path folder, long seed, int threads, Progress progress) {
    Torch.threads(threads);
    Pretraining.run(folder, Pretraining.Settings.of(seed), progress::step);
  }
}
