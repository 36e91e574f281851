package decompgen.torch.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

  /**
   * Forgets the lines of steps that are done again, and what a crash left of one.
   *
   * @return the last step's metrics; empty when no line is left
   */
  Map<String, Double> keep(int steps) {
    try {
      Files.createDirectories(runFolder);
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      List<String> kept = lines.stream().filter(line -> within(line, steps)).toList();
      Path partial = runFolder.resolve("metrics.jsonl.partial");
      Files.write(partial, kept);
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
      return kept.isEmpty() ? Map.of() : metrics(kept.getLast());
    } catch (IOException failed) {
      throw failure(failed);
    }
  }

  private static boolean within(String line, int steps) {
    try {
      int step = JSON.readTree(line).path("step").asInt();
      return step >= 1 && step <= steps;
    } catch (JsonProcessingException torn) {
      return false;
    }
  }

  private static Map<String, Double> metrics(String line) throws JsonProcessingException {
    ObjectNode metrics = (ObjectNode) JSON.readTree(line);
    metrics.remove("step");
    return JSON.convertValue(metrics, new TypeReference<>() {});
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
