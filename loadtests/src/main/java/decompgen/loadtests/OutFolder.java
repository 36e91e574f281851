package decompgen.loadtests;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a benchmark writes its pages. */
public final class OutFolder {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where pages go (default: target/bench/NAME of the project).")
  private @Nullable Path folder;

  /** The folder asked for, or the command's own below target. */
  public Path path() {
    if (folder != null) return folder;
    return Path.of(System.getProperty("decompgen.root", "."), "target", "bench", command.name());
  }
}
