package decompgen.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a file is told in its words, with its key, before anything is opened. */
@Tag("contract")
class RefusedConfigTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http: {prot: 9} | /server.yaml: http.prot is no key; here are: host, port, ",
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
  void read_valueOfTheWrongKind_isRefusedInTheFilesWords(String yaml, String complaint)
      throws IOException {
    assertRefused("server.yaml", ServerConfig.class, yaml, complaint);
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
  void read_valueOutOfRange_isRefusedBeforeAnythingIsOpened(String yaml, String complaint)
      throws IOException {
    assertRefused("server.yaml", ServerConfig.class, yaml, complaint);
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
  void readExperts_wrongValue_isRefusedInTheFilesWords(String yaml, String complaint)
      throws IOException {
    assertRefused("experts.yaml", ExpertsConfig.class, yaml, complaint);
  }

  @Test
  void read_folderMissing_isRefused() {
    Optional<Path> missing = Optional.of(folder.resolve("missing"));
    assertThatThrownBy(
            () -> ConfigReader.read("experts.yaml", ExpertsConfig.class, missing, Map.of()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("missing is no folder");
  }

  private void assertRefused(String file, Class<?> type, String yaml, String complaint)
      throws IOException {
    Files.writeString(folder.resolve(file), yaml);
    assertThatThrownBy(() -> ConfigReader.read(file, type, Optional.of(folder), Map.of()))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CONFIG_INVALID))
        .hasMessageContaining(complaint);
  }
}
