package decompgen.domain.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a training ended.
 *
 * @param steps done in all
 * @param adapter PEFT's files and provenance.json; none when it was stopped before the last step
 * @param metrics of the last step and, under {@code eval_…}, of the held-out pairs, by TRL's names
 */
public record TrainingResult(
    int steps,
    Optional<Path> adapter,
    Map<String, Double> metrics,
    List<TrainingEvent.LeftOut> leftOut) {
  public TrainingResult {
    metrics = Map.copyOf(metrics);
    leftOut = List.copyOf(leftOut);
  }
}
