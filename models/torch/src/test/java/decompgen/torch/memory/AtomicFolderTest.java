package decompgen.torch.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFolderTest {
  @TempDir Path folder;

  @Test
  void write_again_replacesTheWholeFolder() throws IOException {
    Path target = folder.resolve("deep/target");
    AtomicFolder.write(target, partial -> Files.writeString(partial.resolve("one"), "1"));
    AtomicFolder.write(target, partial -> Files.writeString(partial.resolve("two"), "2"));
    assertThat(names(target)).containsExactly("two");
    assertThat(names(folder.resolve("deep"))).containsExactly("target");
  }

  @Test
  void write_failing_keepsWhatWasThereAndLeavesNothing() throws IOException {
    Path target = folder.resolve("target");
    AtomicFolder.write(target, partial -> Files.writeString(partial.resolve("one"), "1"));
    assertThatIOException()
        .isThrownBy(
            () ->
                AtomicFolder.write(
                    target,
                    partial -> {
                      Files.writeString(partial.resolve("two"), "2");
                      // A folder of that name is in the way of the file.
                      Files.createDirectory(partial.resolve("three"));
                      Files.writeString(partial.resolve("three"), "3");
                    }));
    assertThat(names(target)).containsExactly("one");
    assertThat(names(folder)).containsExactly("target");
  }

  @Test
  void write_afterAKillHalfway_beginsAnew() throws IOException {
    Path left = Files.createDirectories(folder.resolve(".target.partial"));
    Files.writeString(left.resolve("half"), "?");
    Path target = folder.resolve("target");
    AtomicFolder.write(target, partial -> Files.writeString(partial.resolve("one"), "1"));
    assertThat(names(target)).containsExactly("one");
  }

  @Test
  void write_failingAfterAKillBetweenTheRenamings_bringsBackWhatWasThere() throws IOException {
    Path hidden = Files.createDirectories(folder.resolve(".target.old"));
    Files.writeString(hidden.resolve("one"), "1");
    Path target = folder.resolve("target");
    assertThatIOException()
        .isThrownBy(
            () ->
                AtomicFolder.write(
                    target,
                    _ -> {
                      throw new IOException("the disk is full");
                    }));
    assertThat(names(target)).containsExactly("one");
    assertThat(names(folder)).containsExactly("target");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
