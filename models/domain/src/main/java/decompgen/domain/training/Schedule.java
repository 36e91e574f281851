package decompgen.domain.training;

import static java.util.Objects.requireNonNull;

import decompgen.domain.error.Range;

/**
 * How the learning rate changes: up in a line from 0, then down to 0, as transformers' {@code
 * get_linear_schedule_with_warmup} and {@code get_cosine_schedule_with_warmup} do.
 *
 * @param warmup steps of the way up, as a number of steps when 1 or more, else as a share of all
 */
public record Schedule(Decay decay, double warmup) {
  /** The way down. */
  public enum Decay {
    LINEAR,
    COSINE,
    CONSTANT
  }

  public Schedule {
    requireNonNull(decay, "decay");
    Range.check(warmup >= 0 && warmup <= 1e9, "schedule.warmup", warmup, "0 or more");
  }

  /**
   * Share of the highest rate that a step has.
   *
   * @param step from 0; with a way up the first step's is 0
   */
  public double factor(long step, long steps) {
    long up = warmup >= 1 ? Math.round(warmup) : (long) Math.ceil(warmup * steps);
    if (step < up) return (double) step / Math.max(1, up);
    double remaining = (double) (steps - step) / Math.max(1, steps - up);
    return switch (decay) {
      case LINEAR -> Math.max(0, remaining);
      case COSINE -> Math.max(0, .5 * (1 + Math.cos(Math.PI * (1 - remaining))));
      case CONSTANT -> 1;
    };
  }
}
