package decompgen.torch;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.Pointer;

/** What is left in memory by something that is done again and again. */
public final class NativeMemory {
  private static final int ROUNDS = 60;

  private NativeMemory() {}

  /**
   * That the process does not grow by a third of what the rounds take, after some to warm up.
   *
   * @param bytes that a round takes
   */
  public static void assertFlat(long bytes, Runnable round) {
    for (int i = 0; i < ROUNDS; i++) round.run();
    long before = Pointer.physicalBytes();
    for (int i = 0; i < ROUNDS; i++) round.run();
    assertThat(Pointer.physicalBytes() - before).isLessThan(bytes * ROUNDS / 3);
  }
}
