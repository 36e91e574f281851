package decompgen.server.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.training.TrainingSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads one configuration file: the shipped one, which has every key, overlaid by a user's, which
 * has what differs, overlaid by what the command line says. Unknown keys, missing ones and values
 * of the wrong kind are refused by name.
 */
public final class ConfigReader {
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .addModule(units())
          .addModule(TrainingWords.module())
          .build();

  private ConfigReader() {}

  /**
   * Reads {@code name} (server.yaml, experts.yaml, dpo.yaml).
   *
   * @param folder where the user's file of that name may lie
   * @param overrides values by dotted key ({@code http.port}), the strongest
   * @throws Failure CONFIG_INVALID naming file and key
   */
  public static <T> T read(
      String name, Class<T> type, Optional<Path> folder, Map<String, ?> overrides) {
    folder.ifPresent(ConfigReader::requireFolder);
    return readOver(
        name, type, folder.map(path -> path.resolve(name)).filter(Files::exists), overrides);
  }

  /**
   * Reads dpo.yaml.
   *
   * @param recipe a file of any name that has what differs
   * @param overrides values by dotted key ({@code loss.beta}), the strongest
   * @throws Failure CONFIG_INVALID naming file and key
   */
  public static TrainingSettings recipe(Optional<Path> recipe, Map<String, ?> overrides) {
    return readOver("dpo.yaml", TrainingSettings.class, recipe, overrides);
  }

  private static <T> T readOver(
      String name, Class<T> type, Optional<Path> over, Map<String, ?> overrides) {
    ObjectNode tree = shipped(name);
    over.ifPresent(file -> new Overlay(file.toString()).lay(tree, parse(file)));
    Overlay commandLine = new Overlay("command line");
    overrides.forEach((key, value) -> commandLine.lay(tree, nested(key, value)));
    try {
      return YAML.treeToValue(tree, type);
    } catch (JsonProcessingException wrong) {
      throw new Failure(
          ErrorCode.CONFIG_INVALID, name + ": " + Complaint.about(wrong, tree), wrong);
    }
  }

  private static void requireFolder(Path folder) {
    if (!Files.isDirectory(folder))
      throw new Failure(
          ErrorCode.CONFIG_INVALID,
          folder + " is no folder; --config takes the folder of your YAML files");
  }

  /** The shipped file as a tree: every key with its default. */
  static ObjectNode shipped(String name) {
    try (InputStream in =
        Objects.requireNonNull(ConfigReader.class.getResourceAsStream("/config/" + name), name)) {
      return (ObjectNode) YAML.readTree(in);
    } catch (IOException broken) {
      throw new Failure(
          ErrorCode.CONFIG_INVALID, "the shipped " + name + " cannot be read", broken);
    }
  }

  private static JsonNode parse(Path file) {
    try {
      return YAML.readTree(file.toFile());
    } catch (JsonProcessingException broken) {
      throw new Failure(
          ErrorCode.CONFIG_INVALID,
          "%s is no YAML: line %d: %s"
              .formatted(file, broken.getLocation().getLineNr(), broken.getOriginalMessage()),
          broken);
    } catch (IOException failed) {
      throw new Failure(ErrorCode.CONFIG_INVALID, "cannot read " + failed.getMessage(), failed);
    }
  }

  private static JsonNode nested(String key, Object value) {
    int dot = key.indexOf('.');
    ObjectNode node = YAML.createObjectNode();
    if (dot < 0) node.set(key, YAML.valueToTree(value));
    else node.set(key.substring(0, dot), nested(key.substring(dot + 1), value));
    return node;
  }

  private static SimpleModule units() {
    SimpleModule module = new SimpleModule("units");
    Reading.of(Duration.class, node -> Durations.parse(text(node)), module);
    Reading.of(ByteSize.class, node -> ByteSize.parse(text(node)), module);
    return module;
  }

  private static String text(JsonNode node) {
    return node.isValueNode() ? node.asText() : node.toString();
  }
}
