package decompgen.torch.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsFileTest {
  @TempDir Path run;

  @Test
  void keep_stepsDoneAgain_areForgottenAndTheLastIsTold() throws IOException {
    write("{\"step\":1,\"loss\":0.5}", "{\"step\":2,\"loss\":0.25}", "{\"step\":3,\"loss\":0.1}");
    assertThat(new MetricsFile(run).keep(2)).containsOnlyKeys("loss").containsEntry("loss", .25);
    assertThat(lines()).containsExactly("{\"step\":1,\"loss\":0.5}", "{\"step\":2,\"loss\":0.25}");
  }

  @Test
  void keep_linesThatACrashLostOrTore_leaveNoStepTwice() throws IOException {
    write("{\"step\":1}", "{\"step\":4}", "{\"step\":5}", "{\"step\":6}", "{\"ste");
    new MetricsFile(run).keep(4);
    assertThat(lines()).containsExactly("{\"step\":1}", "{\"step\":4}");
  }

  @Test
  void keep_noFile_beginsOne() throws IOException {
    assertThat(new MetricsFile(run.resolve("new")).keep(0)).isEmpty();
    assertThat(run.resolve("new/metrics.jsonl")).isEmptyFile();
  }

  private void write(String... lines) throws IOException {
    Files.write(run.resolve("metrics.jsonl"), List.of(lines));
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(run.resolve("metrics.jsonl"));
  }
}
