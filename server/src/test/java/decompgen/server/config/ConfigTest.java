package decompgen.server.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.domain.training.TrainingSettings;
import decompgen.domain.verdict.Thresholds;
import decompgen.onnx.expert.Tiling;
import decompgen.onnx.reader.ReaderSettings;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every key in config/ is read, every key read is there and explained, and each can be changed. */
@Tag("contract")
class ConfigTest {
  private static final Map<String, Class<?>> FILES =
      Map.of(
          "server.yaml", ServerConfig.class,
          "experts.yaml", ExpertsConfig.class,
          "dpo.yaml", TrainingSettings.class);

  @TempDir Path folder;

  static Stream<String> files() {
    return FILES.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("files")
  void shippedFile_keysAreExactlyTheOnesRead(String file) {
    assertThat(leaves("", ConfigReader.shipped(file)))
        .isEqualTo(components("", requireNonNull(FILES.get(file))));
  }

  @ParameterizedTest
  @MethodSource("files")
  void shippedFile_everyKeyIsExplained(String file) throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of(System.getProperty("project.root"), "config", file));
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean value =
          line.matches("\\s*[a-z-]+:\\s*[^\\s{#].*") || line.matches("\\s*[a-z-]+: *\\{present.*");
      if (value && !line.contains("#"))
        assertThat(lines.subList(Math.max(0, i - 20), i))
            .as(line)
            .anyMatch(above -> above.contains("#"));
    }
  }

  @Test
  void read_nothingChanged_defaults() {
    ServerConfig config = read("");

    assertThat(config.http().port()).isEqualTo(8080);
    assertThat(config.http().host()).isEqualTo("127.0.0.1");
    assertThat(config.limits().upload()).isEqualTo(new ByteSize(20 << 20));
    assertThat(config.scoring().deadline()).isEqualTo(Duration.ofSeconds(60));
    assertThat(config.database().url()).isNull();
    assertThat(config.retention().scores()).isNull();
  }

  static Stream<String> serverKeys() {
    return leaves("", ConfigReader.shipped("server.yaml")).stream();
  }

  @ParameterizedTest
  @MethodSource("serverKeys")
  void read_keyChanged_configurationDiffers(String key) {
    Map<String, Object> change = Map.of(key, other(key));
    ServerConfig changed =
        ConfigReader.read("server.yaml", ServerConfig.class, Optional.empty(), change);

    assertThat(changed).isNotEqualTo(read(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# nothing",
        "~",
        "http:",
        "lanes:",
        "lanes: {decode: }",
        "database: {url: }",
        "data:",
        "retention:"
      })
  void read_emptyFileSectionOrKeyWithoutADefault_defaults(String yaml) {
    assertThat(read(yaml)).isEqualTo(read(""));
  }

  @Test
  void readExperts_emptySections_defaults() {
    String yaml = "models:\ntiling:\nthresholds: {presence: {classes: {bird: }, lookalikes: }}";
    assertThat(readExperts(yaml)).isEqualTo(readExperts("{}"));
  }

  @Test
  void readExperts_classOfTheDetector_namesAreTheUsersOwn() {
    ExpertsConfig config =
        readExperts("thresholds: {presence: {classes: {ox: {present: .7, absent: .05}}}}");

    assertThat(config.thresholds().presence().of("ox").present()).isEqualTo(.7);
  }

  @Test
  void shippedExperts_areTheMeasuredOnes() {
    ExpertsConfig config =
        ConfigReader.read("experts.yaml", ExpertsConfig.class, Optional.empty(), Map.of());

    assertThat(config.thresholds()).isEqualTo(Thresholds.standard());
    assertThat(config.reader()).isEqualTo(ReaderSettings.DEFAULTS);
    assertThat(config.tiling()).isEqualTo(Tiling.NONE);
  }

  private ServerConfig read(String yaml) {
    return read("server.yaml", ServerConfig.class, yaml);
  }

  private ExpertsConfig readExperts(String yaml) {
    return read("experts.yaml", ExpertsConfig.class, yaml);
  }

  private <T> T read(String file, Class<T> type, String yaml) {
    try {
      Files.writeString(folder.resolve(file), yaml);
      return ConfigReader.read(file, type, Optional.of(folder), Map.of());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A value that the key allows and that is not its default. */
  private static Object other(String key) {
    JsonNode old = ConfigReader.shipped("server.yaml").at("/" + key.replace('.', '/'));
    if (key.equals("data")) return "elsewhere";
    if (key.equals("database.url")) return "postgresql://me:secret@localhost:5432/mine";
    if (key.equals("retention.scores")) return "30d";
    if (old.isInt()) return old.intValue() + 1;
    if (old.isBoolean()) return !old.booleanValue();
    if (old.isArray()) return List.of("https://example.org");
    return old.textValue().replaceFirst("^\\d+", "77").replace("127.0.0.1", "0.0.0.0");
  }

  private static TreeSet<String> leaves(String prefix, JsonNode node) {
    TreeSet<String> keys = new TreeSet<>();
    node.properties()
        .forEach(
            entry -> {
              String key = prefix + entry.getKey();
              boolean section =
                  entry.getValue().isObject()
                      && !entry.getValue().isEmpty()
                      && !key.matches(".*[.](classes|lookalikes)");
              if (section) keys.addAll(leaves(key + ".", entry.getValue()));
              else keys.add(key);
            });
    return keys;
  }

  private static TreeSet<String> components(String prefix, Class<?> type) {
    TreeSet<String> keys = new TreeSet<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String key =
          prefix + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      if (section(component.getGenericType()))
        keys.addAll(components(key + ".", component.getType()));
      else keys.add(key);
    }
    return keys;
  }

  private static boolean section(Type type) {
    return !(type instanceof ParameterizedType)
        && type instanceof Class<?> plain
        && plain.isRecord()
        && plain != ByteSize.class;
  }
}
