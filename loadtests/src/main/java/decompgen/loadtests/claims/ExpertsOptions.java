package decompgen.loadtests.claims;

import decompgen.server.config.ConfigReader;
import decompgen.server.config.ExpertsConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which experts and rules are measured. */
final class ExpertsOptions {
  @Option(
      names = "--config",
      paramLabel = "FOLDER",
      description = "Folder with your own experts.yaml; what it leaves out keeps its default.")
  private @Nullable Path folder;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Sets one key of experts.yaml: --set rules=dgpref.")
  private Map<String, String> sets = new LinkedHashMap<>();

  /** The configuration, with some keys set by the command itself. */
  ExpertsConfig config(Map<String, String> more) {
    Map<String, String> overrides = new LinkedHashMap<>(sets);
    overrides.putAll(more);
    return ConfigReader.read(
        "experts.yaml", ExpertsConfig.class, Optional.ofNullable(folder), overrides);
  }
}
