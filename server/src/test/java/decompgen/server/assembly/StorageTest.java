package decompgen.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.server.config.ConfigReader;
import decompgen.server.config.ServerConfig;
import decompgen.verticles.store.DataFolder;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("native")
class StorageTest {
  @TempDir Path temporary;

  @Test
  void open_imagesCannotBeKept_postgresqlIsStoppedAgain() throws Exception {
    ServerConfig config =
        ConfigReader.read("server.yaml", ServerConfig.class, Optional.empty(), Map.of());
    List<String> steps = new ArrayList<>();
    Vertx vertx = Vertx.vertx();
    try (DataFolder folder = DataFolder.hold(temporary.resolve("data"))) {
      Files.writeString(folder.images(), "a file in the way");

      assertThatThrownBy(
              () ->
                  Storage.open(vertx, config, folder, new StartUp(step -> steps.add(step.name()))))
          .isInstanceOfSatisfying(
              Failure.class,
              failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CONFIG_INVALID));

      assertThat(steps).containsExactly("postgresql", "migrations");
      assertThat(folder.postgresql().resolve("cluster/postmaster.pid")).doesNotExist();
    } finally {
      vertx.close().await(10, TimeUnit.SECONDS);
    }
  }
}
