package decompgen.domain.training;

import static java.util.Objects.requireNonNull;

import decompgen.domain.dpo.DpoLoss;

/** Everything that decides what a training computes. */
public record TrainingSettings(
    DpoLoss loss,
    LoraSettings lora,
    OptimizerSettings optimizer,
    Schedule schedule,
    BatchSettings batch,
    ComputationSettings computation,
    SavingSettings saving) {
  public TrainingSettings {
    requireNonNull(loss, "loss");
    requireNonNull(lora, "lora");
    requireNonNull(optimizer, "optimizer");
    requireNonNull(schedule, "schedule");
    requireNonNull(batch, "batch");
    requireNonNull(computation, "computation");
    requireNonNull(saving, "saving");
  }
}
