package decompgen.domain.training;

import static java.util.Objects.requireNonNull;

import decompgen.domain.policy.Turn;
import java.nio.file.Path;
import java.util.List;

/**
 * A preference pair to train on.
 *
 * @param name what errors call it, such as its line in a file
 * @param images files of the pictures, which stand before the user's first turn
 * @param prompt the conversation that both responses answer
 */
public record TrainingPair(
    String name, List<Path> images, List<Turn> prompt, String chosen, String rejected) {
  public TrainingPair {
    requireNonNull(name, "name");
    requireNonNull(chosen, "chosen");
    requireNonNull(rejected, "rejected");
    images = List.copyOf(images);
    prompt = List.copyOf(prompt);
  }
}
