package decompgen.verticles.scoring;

import static java.util.Objects.requireNonNull;

import decompgen.verticles.store.ImageStore;
import decompgen.verticles.store.ScoreStore;

/**
 * What scoring is made of.
 *
 * @param owner the name under which this server's unfinished scores are found again
 */
public record ScoringParts(
    Pipeline pipeline,
    ScoreStore scores,
    ImageStore images,
    ScoringSettings settings,
    String owner) {
  public ScoringParts {
    requireNonNull(pipeline, "pipeline");
    requireNonNull(scores, "scores");
    requireNonNull(images, "images");
    requireNonNull(settings, "settings");
    requireNonNull(owner, "owner");
  }
}
