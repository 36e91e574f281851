package decompgen.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.server.config.ConfigReader;
import decompgen.server.config.ExpertsConfig;
import decompgen.server.config.ServerConfig;
import decompgen.verticles.store.DataFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that fails leaves nothing open; each model has a lane, whose threads end with it. */
@Tag("native")
class FailedStartTest {
  private static final Map<String, Object> MODELS =
      Map.of("models.repository", System.getProperty("project.root") + "/models/repository");

  @TempDir Path data;
  private final List<String> steps = Collections.synchronizedList(new ArrayList<>());
  private final StartUp start = new StartUp(step -> steps.add(step.name()));
  private List<Thread> before = List.of();

  @BeforeEach
  void look() {
    before = lanes();
  }

  @Test
  void start_oneModelIsMissing_theOthersAreClosed() {
    Map<String, Object> missing = new HashMap<>(MODELS);
    missing.put("models.classifier", "nothing/1");

    assertFails(
        ErrorCode.MODEL_UNREADABLE, () -> Server.start(server(Map.of()), experts(missing), start));

    assertThat(steps).contains("detector", "reader").doesNotContain("loading");
    assertNothingIsOpen();
  }

  @Test
  void start_databaseCannotBeReached_modelsAreClosed() {
    ServerConfig unreachable = server(Map.of("database.url", "postgresql://ann:x@127.0.0.1:1/x"));

    assertFails(
        ErrorCode.DATABASE_UNAVAILABLE, () -> Server.start(unreachable, experts(MODELS), start));

    assertThat(steps).contains("loading", "warm-up");
    assertNothingIsOpen();
  }

  private void assertNothingIsOpen() {
    assertThat(lanes()).isSubsetOf(before);
    DataFolder.hold(data).close();
  }

  private ServerConfig server(Map<String, ?> more) {
    Map<String, Object> values = new HashMap<>(more);
    values.putAll(Map.of("http.port", 0, "management.port", 0, "data", data.toString()));
    return ConfigReader.read("server.yaml", ServerConfig.class, Optional.empty(), values);
  }

  private static ExpertsConfig experts(Map<String, ?> values) {
    return ConfigReader.read("experts.yaml", ExpertsConfig.class, Optional.empty(), values);
  }

  private static List<Thread> lanes() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("lane-"))
        .toList();
  }

  private static void assertFails(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }
}
