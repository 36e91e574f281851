package decompgen.torch.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/**
 * The threads of OpenBLAS inside libtorch. They are not OpenMP's: a product of OpenBLAS inside a
 * parallel region of libtorch, such as attention's, makes both wait for each other (DECISIONS 20
 * has what was seen). So OpenBLAS has one thread but while whole products of a matrix and a vector
 * are all that is computed.
 */
public final class Blas {
  private static final Optional<MethodHandle> SET_THREADS = find();

  private Blas() {}

  /** Lets products use as many threads as libtorch's operations do, until it is closed. */
  public static Parallel parallel() {
    threads(torch.get_num_threads());
    return () -> threads(1);
  }

  /** Ends the use of several threads. */
  public interface Parallel extends AutoCloseable {
    @Override
    void close();
  }

  static void threads(int threads) {
    SET_THREADS.ifPresent(set -> call(set, threads));
  }

  private static void call(MethodHandle set, int threads) {
    try {
      set.invokeExact(threads);
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Nothing where libtorch brings another library, as a GPU's may. */
  private static Optional<MethodHandle> find() {
    try {
      Path library =
          Path.of(Loader.load(openblas_nolapack.class)).resolveSibling("libopenblas_nolapack.so.0");
      return SymbolLookup.libraryLookup(library, Arena.global())
          .find("openblas_set_num_threads")
          .map(
              address ->
                  Linker.nativeLinker()
                      .downcallHandle(address, FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT)));
    } catch (LinkageError | IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
