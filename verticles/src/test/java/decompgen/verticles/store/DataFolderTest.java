package decompgen.verticles.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  private static final long SELF = ProcessHandle.current().pid();

  @TempDir Path temporary;

  @Test
  void hold_secondTime_namesFolderProcessAndAddress() {
    Path folder = temporary.resolve("data");
    try (DataFolder held = DataFolder.hold(folder)) {
      held.announce(8080, 9090);

      assertThatThrownBy(() -> DataFolder.hold(folder))
          .isInstanceOfSatisfying(
              Failure.class,
              failure -> assertThat(failure.code()).isEqualTo(ErrorCode.DATA_FOLDER_TAKEN))
          .hasMessageContaining(held.path().toString())
          .hasMessageContaining("process " + SELF)
          .hasMessageContaining("http://localhost:8080")
          .hasMessageContaining("--data");
    }
  }

  @Test
  void hold_afterARefusal_isStillHeldByTheFirst() {
    try (DataFolder _ = DataFolder.hold(temporary)) {
      assertThatThrownBy(() -> DataFolder.hold(temporary)).isInstanceOf(Failure.class);
      assertThatThrownBy(() -> DataFolder.hold(temporary)).isInstanceOf(Failure.class);
    }
    DataFolder.hold(temporary).close();
  }

  @Test
  void hold_fileInTheWay_advisesAnotherFolder() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "");

    assertThatThrownBy(() -> DataFolder.hold(file.resolve("data")))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CONFIG_INVALID))
        .hasMessageContaining("--data");
  }

  @Test
  void owner_heldAgain_isTheSameAndAnotherFoldersIsNot() {
    String owner;
    try (DataFolder held = DataFolder.hold(temporary.resolve("one"))) {
      owner = held.owner();
    }
    try (DataFolder again = DataFolder.hold(temporary.resolve("one"));
        DataFolder other = DataFolder.hold(temporary.resolve("two"))) {
      assertThat(again.owner()).isEqualTo(owner).isNotBlank();
      assertThat(other.owner()).isNotEqualTo(owner);
    }
  }

  /** By the JVM's own record of what it forced to the disk. */
  @Test
  void owner_made_fileIsForcedAndThenItsFolder() throws IOException {
    try (DataFolder held = DataFolder.hold(temporary);
        Recording recording = new Recording()) {
      recording.enable("jdk.FileForce").withoutThreshold();
      recording.start();
      held.owner();
      recording.stop();

      Path folder = held.path();
      assertThat(forced(recording)).containsExactly(folder.resolve("owner.new"), folder);
    }
  }

  private List<Path> forced(Recording recording) throws IOException {
    Path file = temporary.resolve("forced.jfr");
    recording.dump(file);
    return RecordingFile.readAllEvents(file).stream()
        .sorted(Comparator.comparing(RecordedEvent::getStartTime))
        .map(event -> Path.of(event.getString("path")).normalize())
        .filter(path -> path.startsWith(temporary))
        .toList();
  }

  @Test
  void running_announced_tellsPorts() {
    try (DataFolder held = DataFolder.hold(temporary)) {
      assertThat(DataFolder.running(temporary)).isEmpty();
      held.announce(8080, 9090);
      assertThat(DataFolder.running(temporary)).contains(new RunningServer(SELF, 8080, 9090));
    }
    assertThat(DataFolder.running(temporary)).isEmpty();
  }

  @Test
  void running_noteOfADeadProcessOrNoNote_empty() throws IOException {
    Path note = temporary.resolve("server.json");
    // Linux's largest pid is 2^22 - 1.
    Files.writeString(note, new RunningServer(1 << 22, 8080, 9090).json());
    assertThat(DataFolder.running(temporary)).isEmpty();
    Files.writeString(note, "{\"pid\":");
    assertThat(DataFolder.running(temporary)).isEmpty();
    Files.writeString(note, "{\"pid\":\"many\"}");
    assertThat(DataFolder.running(temporary)).isEmpty();
  }
}
