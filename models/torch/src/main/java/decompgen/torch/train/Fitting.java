package decompgen.torch.train;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.training.TrainingEvent.LeftOut;
import java.util.ArrayList;
import java.util.List;

/**
 * The pairs that fit, whole: nothing is cut off, what is too long is left out and named.
 *
 * @param leftOut those that are too long
 */
record Fitting(TrainingData data, List<LeftOut> leftOut) {

  /**
   * @param maxLength of a prompt with a completion, in tokens
   * @throws Failure REQUEST_INVALID when there is nothing to train on
   */
  static Fitting of(TrainingData data, int maxLength) {
    List<LeftOut> leftOut = new ArrayList<>();
    TrainingData fitting =
        new TrainingData(
            fitting(data.training(), maxLength, leftOut),
            fitting(data.heldOut(), maxLength, leftOut));
    if (!fitting.training().isEmpty()) return new Fitting(fitting, leftOut);
    throw new Failure(
        ErrorCode.REQUEST_INVALID,
        data.training().isEmpty()
            ? "there are no pairs to train on"
            : "none of the %d pairs fits %d tokens, such as %s: %s. Raise max-length."
                .formatted(
                    data.training().size(),
                    maxLength,
                    leftOut.getFirst().pair(),
                    leftOut.getFirst().reason()));
  }

  private static List<TokenPair> fitting(
      List<TokenPair> pairs, int maxLength, List<LeftOut> leftOut) {
    List<TokenPair> fitting = new ArrayList<>();
    for (TokenPair pair : pairs)
      if (pair.length() <= maxLength) fitting.add(pair);
      else
        leftOut.add(new LeftOut(pair.name(), pair.length() + " tokens are more than " + maxLength));
    return fitting;
  }
}
