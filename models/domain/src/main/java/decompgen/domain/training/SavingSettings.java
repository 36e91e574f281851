package decompgen.domain.training;

import decompgen.domain.error.Range;

/**
 * When a training leaves something behind.
 *
 * @param everySteps steps between checkpoints; 0: only when it is stopped or done
 * @param keep checkpoints kept, 1 to 100; older ones are deleted
 * @param evaluateEverySteps steps between looks at the held-out pairs; 0: only at the end
 */
public record SavingSettings(int everySteps, int keep, int evaluateEverySteps) {
  public SavingSettings {
    Range.check(everySteps >= 0, "saving.every-steps", everySteps, "0 or more");
    Range.check(keep >= 1 && keep <= 100, "saving.keep", keep, "1 to 100");
    Range.check(
        evaluateEverySteps >= 0, "saving.evaluate-every-steps", evaluateEverySteps, "0 or more");
  }
}
