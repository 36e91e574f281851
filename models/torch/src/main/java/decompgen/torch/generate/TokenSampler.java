package decompgen.torch.generate;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.policy.Sampling;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Chooses one response's tokens. */
final class TokenSampler {
  private final Sampling sampling;
  private final SplittableRandom random;
  private final Set<Integer> suppressed;
  private final BitSet seen = new BitSet();

  /**
   * @param random its own, so that a response does not depend on others beside it
   * @param suppressed tokens that are never chosen
   */
  TokenSampler(Sampling sampling, SplittableRandom random, Set<Integer> suppressed, long[] prompt) {
    this.sampling = sampling;
    this.random = random;
    this.suppressed = suppressed;
    for (long token : prompt) seen.set((int) token);
  }

  /**
   * The next token; it counts as seen.
   *
   * @param logits [V], changed
   * @throws Failure MODEL_FAILED when they are not finite
   */
  int next(float[] logits) {
    penalise(logits);
    for (int token : suppressed) if (token < logits.length) logits[token] = Float.NEGATIVE_INFINITY;
    int token = sampling.isGreedy() ? likeliest(logits) : draw(logits);
    seen.set(token);
    return token;
  }

  private void penalise(float[] logits) {
    if (sampling.repetitionPenalty() == 1) return;
    float penalty = (float) sampling.repetitionPenalty();
    for (int i = seen.nextSetBit(0); i >= 0 && i < logits.length; i = seen.nextSetBit(i + 1))
      logits[i] = logits[i] < 0 ? logits[i] * penalty : logits[i] / penalty;
  }

  /**
   * @throws Failure MODEL_FAILED when a logit is not a number or the highest is infinite
   */
  private static int likeliest(float[] logits) {
    int best = 0;
    for (int i = 1; i < logits.length; i++)
      if (logits[i] > logits[best] || Float.isNaN(logits[i])) best = i;
    if (Float.isFinite(logits[best])) return best;
    throw new Failure(
        ErrorCode.MODEL_FAILED,
        "a logit is %s: weights, adapter or dtype are to blame; try float32"
            .formatted(logits[best]));
  }

  private int draw(float[] logits) {
    double[] weights = new double[logits.length];
    double most = logits[likeliest(logits)];
    for (int i = 0; i < logits.length; i++)
      weights[i] = Math.exp((logits[i] - most) / sampling.temperature());
    boolean all = sampling.topP() == 1 && sampling.topK() == 0;
    return all ? draw(weights, IntStream.range(0, weights.length).toArray()) : drawFromTop(weights);
  }

  /** Top-k, then the smallest set of likeliest tokens whose share of those is top-p. */
  private int drawFromTop(double[] weights) {
    int[] order = byWeight(weights);
    int kept = sampling.topK() == 0 ? order.length : Math.min(sampling.topK(), order.length);
    double total = 0;
    for (int i = 0; i < kept; i++) total += weights[order[i]];
    double sum = 0;
    int end = 0;
    while (end < kept && sum < sampling.topP() * total) sum += weights[order[end++]];
    return draw(weights, IntStream.of(order).limit(Math.max(1, end)).toArray());
  }

  /** Tokens by falling weight, equal ones by rising id. */
  private static int[] byWeight(double[] weights) {
    long[] keys = new long[weights.length];
    for (int i = 0; i < keys.length; i++)
      keys[i] = (long) ~Float.floatToIntBits((float) weights[i]) << 32 | i;
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  private int draw(double[] weights, int[] among) {
    double total = 0;
    for (int token : among) total += weights[token];
    double left = random.nextDouble() * total;
    int drawn = among[0];
    for (int token : among) {
      if (weights[token] == 0) continue;
      drawn = token;
      left -= weights[token];
      if (left < 0) break;
    }
    return drawn;
  }
}
