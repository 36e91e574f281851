package decompgen.domain.training;

import static java.util.Objects.requireNonNull;

import decompgen.domain.error.Range;

/**
 * How a step is computed; none of it changes what is computed, but for dropout's masks.
 *
 * @param layout how pairs lie in the batch
 * @param gradientCheckpointing whether a block is computed again in the backward pass, which takes
 *     about a third more time and keeps one block's activations instead of all
 * @param maxLength longest prompt with a completion, in tokens; longer pairs are left out and named
 * @param cachedPictures pictures whose features are kept, 0 or more
 */
public record ComputationSettings(
    PairLayout layout, boolean gradientCheckpointing, int maxLength, int cachedPictures) {
  public ComputationSettings {
    requireNonNull(layout, "layout");
    Range.check(
        maxLength >= 2 && maxLength <= 1 << 20,
        "computation.max-length",
        maxLength,
        "2 to 1048576");
    Range.check(cachedPictures >= 0, "computation.cached-pictures", cachedPictures, "0 or more");
  }
}
