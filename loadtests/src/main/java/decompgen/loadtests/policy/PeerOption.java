package decompgen.loadtests.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a Python peer runs beside, and where. */
final class PeerOption {
  @Option(
      names = "--peer",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "PYTHON",
      description =
          "Compare with transformers and PEFT: a Python that has them, or nothing to make an environment below target.")
  private @Nullable String python;

  /** The interpreter, when one is asked for. */
  Optional<Path> interpreter() throws IOException {
    if (python == null) return Optional.empty();
    return Optional.of(python.isEmpty() ? Peer.environment(below("peer")) : Path.of(python));
  }

  /** A folder below the project's target. */
  static Path below(String name) {
    return Path.of(System.getProperty("decompgen.root", "."), "target", "bench", name)
        .toAbsolutePath();
  }
}
