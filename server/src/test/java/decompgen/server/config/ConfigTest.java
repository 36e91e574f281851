package decompgen.server.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
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
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @Test
  void read_unknownKey_refusedByNameWithTheKnownOnes() {
    assertThatThrownBy(() -> read("http: {prot: 9}"))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CONFIG_INVALID))
        .hasMessageContaining("http.prot")
        .hasMessageContaining("port");
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- a | /server.yaml: [\"a\"] has no keys; here are: http, management, ",
        "http: 3 | /server.yaml: http: 3 has no keys; here are: host, port, ",
        "lanes: {decode: 4} | /server.yaml: lanes.decode: 4 has no keys; here are: queue, ",
        "http: {host: } | /server.yaml: http.host is empty; write a value, or leave the key out",
        "http: {port: } | /server.yaml: http.port is empty; write a value",
        "http: {cors-origins: } | /server.yaml: http.cors-origins is empty; write a value",
        "http: {cors-origins: [~]} | http.cors-origins is empty somewhere: [null]; write",
        "http: {cors-origins: x} | server.yaml: http.cors-origins: \"x\" is no list like [a, b]",
        "http: {port: many} | server.yaml: http.port: \"many\" is no whole number up to 2147483647",
        "http: {port: 99999999999} | http.port: 99999999999 is no whole number up to 2147483647",
        "http: {port: 1.5} | http.port: 1.5 is no whole number up to 2147483647",
        "http: {host: [a]} | http.host: [\"a\"] is no text",
        "scoring: {deadline: soon} | scoring.deadline: \"soon\" is no duration; write it like 250ms, 10s or 30d",
        "http: {heartbeat: {a: 1}} | http.heartbeat: \"{\"a\":1}\" is no duration; write it like",
        "limits: {upload: 20MB} | limits.upload: \"20MB\" is no size; write it like 20MiB",
        "limits: {upload: 99999999999GiB} | limits.upload: \"99999999999GiB\" is no size; write",
        "http: {port: 1, port: 2} | /server.yaml is no YAML: line 1: Duplicate field 'port'",
        "database: {url: here} | server.yaml: database.url must look like postgresql://"
      })
  void read_valueOfTheWrongKind_isRefusedInTheFilesWords(String yaml, String complaint) {
    assertRefused(() -> read(yaml), complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scoring: {deadline: 10m} | server.yaml: http.idle: 5m is not longer than scoring.deadline, 10m",
        "http: {idle: 30d} | server.yaml: http: idle: 720h is longer than 24 days",
        "http: {held: 1KiB} | http.held: 1024 bytes hold no request of limits.upload and limits.text, 27262976",
        "http: {port: 70000} | http: port: 70000 is not 0 to 65535",
        "http: {instances: 0} | http: instances: 0 is not 1 to 1024",
        "http: {heartbeat: 0s} | http: heartbeat: 0s is not longer than nothing",
        "http: {body-timeout: 0s} | http: body-timeout: 0s is not longer than nothing",
        "management: {port: -1} | management: port: -1 is not 0 to 65535",
        "database: {pool: 0} | database: pool: 0 is not 1 or more",
        "limits: {upload: 0B} | limits: upload: 0 is not 1B or more",
        "limits: {text: 0B} | limits: text: 0 is not 1B or more",
        "limits: {megapixels: 501} | limits: megapixels: 501 is not 1 to 500",
        "limits: {responses: 0} | limits: responses: 0 is not 1 or more",
        "limits: {characters: 0} | limits: characters: 0 is not 1 or more",
        "limits: {claims: 0} | limits: claims: 0 is not 1 or more",
        "scoring: {instances: 0} | scoring: instances: 0 is not 1 to 1024",
        "scoring: {deadline: 0s} | scoring: deadline: 0s is not longer than nothing",
        "lanes: {reader: {queue: 0}} | lanes.reader: queue: 0 is not 1 or more",
        "lanes: {reader: {threads: 2000}} | lanes.reader: threads: 2000 is not 1 to 1024",
        "lanes: {reader: {max-batch: 0}} | lanes.reader: max-batch: 0 is not 1 or more",
        "cache: {answers: -1} | cache: answers: -1 is not 0 or more",
        "retention: {scores: 0d} | retention: scores: 0s is not longer than nothing"
      })
  void read_valueOutOfRange_isRefusedBeforeAnythingIsOpened(String yaml, String complaint) {
    assertRefused(() -> read(yaml), complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "models: {detector: x} | models: model \"x\": write it as name/version",
        "engine: {provider: rocm} | engine: provider: rocm; choose cpu or cuda or tensorrt",
        "engine: {threads: 0} | engine: threads: 0 is not 1 to 1024",
        "classifier: {labels: 0} | classifier: labels: 0 is not 1 or more",
        "weighted-margin: -1 | weighted-margin: -1.0 is not 0 or more",
        "thresholds: {presence: {classes: {ox: }}} | thresholds.presence.classes.ox is empty; write",
        "thresholds: {presence: {classes: {ox: 3}}} | thresholds.presence.classes.ox: 3 is no section",
        "thresholds: {presence: {classes: {ox: {present: .5}}}} | thresholds.presence.classes.ox.absent is missing",
        "thresholds: {presence: {classes: {ox: {present: .5, absent: }}}} | classes.ox is empty somewhere: {\"present\":0.5,",
        "thresholds: {presence: {lookalikes: {ox: cow}}} | thresholds.presence.lookalikes.ox: \"cow\" is no list like",
        "thresholds: {presence: {overlooked: high}} | thresholds.presence.overlooked: \"high\" is no number"
      })
  void readExperts_wrongValue_isRefusedInTheFilesWords(String yaml, String complaint) {
    assertRefused(() -> readExperts(yaml), complaint);
  }

  @Test
  void readExperts_emptySections_defaults() {
    String yaml = "models:\ntiling:\nthresholds: {presence: {classes: {bird: }, lookalikes: }}";
    assertThat(readExperts(yaml)).isEqualTo(readExperts("{}"));
  }

  private static void assertRefused(ThrowingCallable reading, String complaint) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CONFIG_INVALID))
        .hasMessageContaining(complaint);
  }

  @Test
  void read_folderMissing_isRefused() {
    Optional<Path> missing = Optional.of(folder.resolve("missing"));
    assertThatThrownBy(
            () -> ConfigReader.read("experts.yaml", ExpertsConfig.class, missing, Map.of()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("missing is no folder");
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
