package decompgen.torch.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that train, killed at any moment, stopped, or out of disk. */
@Tag("native")
class KilledTrainingTest {
  private static final List<String> COMPUTED =
      List.of("loss", "rewards/margins", "logps/chosen", "grad_norm", "learning_rate", "epoch");

  @TempDir Path temporary;

  @Test
  void killedThreeTimes_endsInTheSameBits() throws Exception {
    assertEqualAfterKills(3, 18);
  }

  @Test
  @Tag("load")
  void killedThirtyTimes_endsInTheSameBits() throws Exception {
    assertEqualAfterKills(30, 400);
  }

  private void assertEqualAfterKills(int kills, int steps) throws Exception {
    Path whole = temporary.resolve("whole");
    Path killed = temporary.resolve("killed");
    assertThat(end(TrainingProcess.start(whole, steps, 0, 0))).endsWith("step " + steps);
    SplittableRandom random = new SplittableRandom(5);
    int done = 0;
    for (int i = 0; i < kills; i++) {
      Process process = TrainingProcess.start(killed, steps, 0, 0);
      // Some steps further, then anywhere within the next two, saving included.
      awaitStep(process, Math.min(steps - 1, done + 1 + steps / (2 * kills)));
      TimeUnit.MICROSECONDS.sleep(random.nextInt(60_000));
      process.destroyForcibly().waitFor();
      int before = done;
      done = saved(killed);
      assertThat(done).isGreaterThan(before);
    }
    assertThat(done).isLessThan(steps);
    end(TrainingProcess.start(killed, steps, 0, 0));
    assertSame(killed, whole, steps);
  }

  @Test
  void stoppedThenOutOfDisk_keepsTheCheckpointAndEndsInTheSameBits() throws Exception {
    int steps = 8;
    Path whole = temporary.resolve("whole");
    Path hindered = temporary.resolve("hindered");
    end(TrainingProcess.start(whole, steps, 0, 0));
    end(TrainingProcess.start(hindered, steps, 5, 0));
    assertThat(saved(hindered)).isEqualTo(5);
    assertThat(hindered.resolve("adapter")).doesNotExist();
    // 20 KiB are enough for the adapter, not for the moments.
    String output = end(TrainingProcess.start(hindered, steps, 0, 20));
    assertThat(output)
        .contains("INTERNAL: The checkpoint of step 6 could not be written")
        .contains("Free space and start again");
    assertThat(saved(hindered)).isEqualTo(5);
    try (Stream<Path> left = Files.list(hindered.resolve("checkpoints"))) {
      assertThat(left).allMatch(path -> path.getFileName().toString().startsWith("step-"));
    }
    end(TrainingProcess.start(hindered, steps, 0, 0));
    assertSame(hindered, whole, steps);
  }

  private static void assertSame(Path one, Path other, int steps) throws IOException {
    List<JsonNode> ours = metrics(one);
    List<JsonNode> expected = metrics(other);
    assertThat(ours).hasSize(steps);
    assertThat(expected).hasSize(steps);
    for (int i = 0; i < steps; i++)
      for (String name : COMPUTED)
        assertThat(ours.get(i).path(name).doubleValue())
            .as("%s of step %d", name, i + 1)
            .isEqualTo(expected.get(i).path(name).doubleValue());
    String weights = "adapter/adapter_model.safetensors";
    assertThat(one.resolve(weights)).hasSameBinaryContentAs(other.resolve(weights));
  }

  private static List<JsonNode> metrics(Path run) throws IOException {
    List<JsonNode> metrics = new ArrayList<>();
    for (String line : Files.readAllLines(run.resolve("metrics.jsonl")))
      metrics.add(new ObjectMapper().readTree(line));
    return metrics;
  }

  /** Steps of the last checkpoint; there are never more than two. */
  private static int saved(Path run) throws IOException {
    try (Stream<Path> found = Files.list(run.resolve("checkpoints"))) {
      List<Integer> steps =
          found
              .map(path -> path.getFileName().toString())
              .filter(name -> name.startsWith("step-"))
              .map(name -> Integer.parseInt(name.substring("step-".length())))
              .sorted()
              .toList();
      return steps.isEmpty() ? 0 : steps.getLast();
    }
  }

  private static void awaitStep(Process process, int step) throws IOException {
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder read = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      read.append(line).append('\n');
      if (line.equals("step " + step)) return;
    }
    throw new AssertionError("it ended before step " + step + ": " + read);
  }

  private static String end(Process process) throws Exception {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      String output = String.join("\n", lines.lines().toList());
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      return output;
    }
  }
}
