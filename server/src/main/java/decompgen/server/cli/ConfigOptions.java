package decompgen.server.cli;

import decompgen.server.config.ConfigReader;
import decompgen.server.config.ExpertsConfig;
import decompgen.server.config.ServerConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that reads the configuration. */
final class ConfigOptions {
  @Option(
      names = "--config",
      paramLabel = "FOLDER",
      description =
          "Folder with your own server.yaml or experts.yaml; what they leave out keeps its default.")
  @Nullable Path folder;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "Where images and database are kept (default: $XDG_DATA_HOME/decompgen or ~/.local/share/decompgen).")
  @Nullable Path data;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Sets one key of server.yaml: --set limits.upload=5MiB.")
  Map<String, String> sets = new LinkedHashMap<>();

  /** The server's configuration; {@code more} are keys that other options set. */
  ServerConfig server(Map<String, ?> more) {
    Map<String, Object> overrides = new LinkedHashMap<>(sets);
    if (data != null) overrides.put("data", data.toString());
    overrides.putAll(more);
    return ConfigReader.read("server.yaml", ServerConfig.class, folder(), overrides);
  }

  ExpertsConfig experts() {
    return ConfigReader.read("experts.yaml", ExpertsConfig.class, folder(), Map.of());
  }

  private Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }
}
