package decompgen.loadtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import decompgen.domain.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {
  @TempDir private Path folder;

  @Test
  void write_folderMissing_makesItAndLeavesNothingElse() throws IOException {
    Path file = Template.write(folder.resolve("a/b"), "page.html", "naïve");
    Template.write(folder.resolve("a/b"), "page.html", "naïve 2");
    assertThat(file).hasContent("naïve 2");
    try (var files = Files.list(file.resolveSibling("."))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void write_folderIsAFile_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> Template.write(file, "page.html", ""))
        .withMessageContaining("cannot be written");
  }
}
