package decompgen.loadtests.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a Python peer runs beside, and the threads that either has. */
final class PeerOptions {
  @Option(
      names = "--peer",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "PYTHON",
      description =
          "Compare with transformers and PEFT: a Python that has them, or nothing to make an environment below target.")
  private @Nullable String python;

  @Option(names = "--threads", paramLabel = "N", description = "Threads of either (default: 2).")
  private int threads = 2;

  int threads() {
    return threads;
  }

  /**
   * Starts the peer, when one is asked for.
   *
   * @param job what it reads first; the threads are added
   */
  @Nullable Peer start(String script, Path model, Map<String, ?> job) throws IOException {
    if (python == null) return null;
    Path interpreter = python.isEmpty() ? Peer.environment(below("peer")) : Path.of(python);
    Map<String, Object> whole = new HashMap<>(job);
    whole.put("threads", threads);
    return Peer.start(interpreter, script, model, whole);
  }

  /** A folder below the project's target. */
  static Path below(String name) {
    return Path.of(System.getProperty("decompgen.root", "."), "target", "bench", name)
        .toAbsolutePath();
  }
}
