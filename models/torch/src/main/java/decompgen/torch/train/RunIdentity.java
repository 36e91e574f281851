package decompgen.torch.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.training.ComputationSettings;
import decompgen.domain.training.TrainingSettings;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a training is: whatever is found in its folder must be of the same.
 *
 * @param settings all that decides what is computed, as text: not when it saves, nor how many
 *     pictures it keeps
 */
record RunIdentity(String pairsHash, String baseModelHash, String dtype, String settings) {
  static RunIdentity of(
      TrainingData data, String baseModelHash, Trainee trainee, TrainingSettings settings) {
    return new RunIdentity(
        PairsHash.of(data),
        baseModelHash,
        trainee.placement().dtype().torchName(),
        String.join(
            " ",
            settings.loss().toString(),
            settings.lora().toString(),
            settings.optimizer().toString(),
            settings.schedule().toString(),
            settings.batch().toString(),
            keepingNothing(settings.computation()).toString()));
  }

  private static ComputationSettings keepingNothing(ComputationSettings computation) {
    return new ComputationSettings(
        computation.layout(), computation.gradientCheckpointing(), computation.maxLength(), 0);
  }

  ObjectNode json() {
    return new ObjectMapper().valueToTree(this);
  }

  /**
   * @throws Failure CONFIG_INVALID, naming what differs, when a file is of another training
   */
  void require(Path file, JsonNode found) {
    for (Map.Entry<String, JsonNode> own : json().properties()) {
      JsonNode other = found.path(own.getKey());
      if (!own.getValue().equals(other))
        throw new Failure(
            ErrorCode.CONFIG_INVALID,
            "%s is of another training: its %s is %s, not %s. Choose another output folder, or delete this one to begin anew."
                .formatted(file, own.getKey(), other.asText("absent"), own.getValue().asText()));
    }
  }
}
