package decompgen.torch.memory;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/** The native library: loaded once, or said once why not. Calls belong on platform threads. */
public final class Torch {
  private Torch() {}

  /** Holds whether the natives loaded; the first use loads them. */
  private static final class Natives {
    static final @Nullable Throwable FAILED = attempt();

    private static @Nullable Throwable attempt() {
      try {
        Loader.load(torch.class);
        Blas.threads(1);
        return null;
      } catch (LinkageError failed) {
        return failed;
      }
    }
  }

  /**
   * Loads libtorch; true, so that it can stand in conditions.
   *
   * @throws Failure MODEL_UNREADABLE when its natives cannot be loaded here
   */
  public static boolean load() {
    Throwable failed = Natives.FAILED;
    if (failed == null) return true;
    throw new Failure(
        ErrorCode.MODEL_UNREADABLE,
        "libtorch does not load ("
            + failed.getMessage()
            + "). Policies need Linux on x86-64 with glibc 2.28 or newer, and after build --cuda also CUDA 13, cuDNN 9 and NCCL on the library path; scoring works without them.",
        failed);
  }

  /**
   * Sets the threads inside one operation, for the whole process.
   *
   * @param threads 1 or more
   */
  public static void threads(int threads) {
    load();
    torch.set_num_threads(threads);
  }

  /**
   * Computes; what libtorch throws, such as for want of memory, is told as the model's failure.
   *
   * @param model what computes, for the message
   * @throws Failure MODEL_FAILED, with the first line of what libtorch says
   */
  public static <T> T told(String model, Supplier<T> computation) {
    try {
      return computation.get();
    } catch (RuntimeException thrown) {
      // JavaCPP throws C++ exceptions as this very class, and nothing else here does.
      if (thrown.getClass() != RuntimeException.class) throw thrown;
      String why = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("no reason");
      throw new Failure(ErrorCode.MODEL_FAILED, model + ": libtorch failed: " + why, thrown);
    }
  }

  /** Computes without recording for a backward pass; the setting is the thread's. */
  public static <T> T withoutGradients(Supplier<T> computation) {
    load();
    NoGradGuard guard = new NoGradGuard();
    try {
      return computation.get();
    } finally {
      guard.close();
    }
  }
}
