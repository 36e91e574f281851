package decompgen.server.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
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
import java.util.function.Function;
import java.util.stream.Collectors;

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
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
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
    over.ifPresent(file -> overlay(tree, parse(file), file + ": "));
    overrides.forEach((key, value) -> overlay(tree, nested(key, value), "command line: "));
    try {
      return YAML.treeToValue(tree, type);
    } catch (JsonProcessingException | IllegalArgumentException wrong) {
      throw new Failure(ErrorCode.CONFIG_INVALID, name + ": " + reason(wrong), wrong);
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
    } catch (IOException broken) {
      throw new Failure(
          ErrorCode.CONFIG_INVALID, file + " is no YAML: " + broken.getMessage(), broken);
    }
  }

  private static void overlay(ObjectNode tree, JsonNode over, String where) {
    over.properties()
        .forEach(
            entry -> {
              JsonNode old = tree.get(entry.getKey());
              if (old == null && !open(where)) throw unknown(where, entry.getKey(), tree);
              if (old instanceof ObjectNode section && entry.getValue().isObject())
                overlay(section, entry.getValue(), where + entry.getKey() + ".");
              else tree.set(entry.getKey(), entry.getValue());
            });
  }

  /** Whether a section holds names of the user's own, the detector's classes, and not settings. */
  private static boolean open(String where) {
    return where.endsWith("thresholds.presence.classes.")
        || where.endsWith("thresholds.presence.lookalikes.");
  }

  private static Failure unknown(String where, String key, ObjectNode section) {
    String known =
        section.properties().stream().map(Map.Entry::getKey).collect(Collectors.joining(", "));
    return new Failure(ErrorCode.CONFIG_INVALID, where + key + " is no key; here are: " + known);
  }

  private static JsonNode nested(String key, Object value) {
    int dot = key.indexOf('.');
    ObjectNode node = YAML.createObjectNode();
    if (dot < 0) node.set(key, YAML.valueToTree(value));
    else node.set(key.substring(0, dot), nested(key.substring(dot + 1), value));
    return node;
  }

  private static String reason(Exception wrong) {
    if (wrong instanceof UnrecognizedPropertyException unknown) return path(unknown) + " is no key";
    if (wrong instanceof JsonMappingException mapping)
      return named(path(mapping), rootMessage(mapping));
    return String.valueOf(wrong.getMessage());
  }

  /** A message with its key, which the settings of a training name in full themselves. */
  private static String named(String path, String message) {
    return path.isEmpty() || message.startsWith(path + ".") ? message : path + ": " + message;
  }

  private static String path(JsonMappingException mapping) {
    return mapping.getPath().stream()
        .map(JsonMappingException.Reference::getFieldName)
        .collect(Collectors.joining("."));
  }

  private static String rootMessage(JsonMappingException mapping) {
    Throwable cause = mapping.getCause();
    return cause != null ? String.valueOf(cause.getMessage()) : mapping.getOriginalMessage();
  }

  private static SimpleModule units() {
    return new SimpleModule()
        .addDeserializer(Duration.class, text(Duration.class, Durations::parse))
        .addDeserializer(ByteSize.class, text(ByteSize.class, ByteSize::parse));
  }

  private static <T> StdDeserializer<T> text(Class<T> type, Function<String, T> parse) {
    return new StdDeserializer<>(type) {
      private static final long serialVersionUID = 1L;

      @Override
      public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        try {
          return parse.apply(parser.getValueAsString(""));
        } catch (IllegalArgumentException wrong) {
          throw JsonMappingException.from(parser, wrong.getMessage(), wrong);
        }
      }
    };
  }
}
