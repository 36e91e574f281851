package decompgen.torch.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.training.StepMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A training's metrics.jsonl: one line a step, by TRL's names; a training that goes on adds. */
final class MetricsFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path runFolder;
  private final Path file;

  MetricsFile(Path runFolder) {
    this.runFolder = runFolder;
    this.file = runFolder.resolve("metrics.jsonl");
  }

  /** Forgets the lines of steps that are done again. */
  void keep(int steps) {
    try {
      Files.createDirectories(runFolder);
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      Path kept = runFolder.resolve("metrics.jsonl.partial");
      Files.write(kept, lines.subList(0, Math.min(steps, lines.size())));
      Files.move(kept, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw failure(failed);
    }
  }

  void add(StepMetrics metrics) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("step", metrics.step());
    line.putAll(metrics.named());
    try {
      Files.writeString(
          file,
          JSON.writeValueAsString(line) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException failed) {
      throw failure(failed);
    }
  }

  private Failure failure(IOException failed) {
    return new Failure(
        ErrorCode.INTERNAL,
        "%s could not be written (%s). Free space and start again: the training goes on from the last checkpoint."
            .formatted(file, failed.getMessage()),
        failed);
  }
}
