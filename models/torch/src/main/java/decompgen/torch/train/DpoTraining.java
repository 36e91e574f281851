package decompgen.torch.train;

import decompgen.domain.dpo.PairLogProbs;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.training.TrainingEvent;
import decompgen.domain.training.TrainingListener;
import decompgen.domain.training.TrainingResult;
import decompgen.domain.training.TrainingSettings;
import decompgen.torch.adapter.AdapterFolder;
import decompgen.torch.adapter.BaseModel;
import decompgen.torch.adapter.Lora;
import decompgen.torch.memory.Randomness;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trains an adapter by DPO from pairs of token ids.
 *
 * <pre>{@code
 * List<TokenPair> pairs = List.of(new TokenPair("1", List.of(), prompt, chosen, rejected));
 * new DpoTraining(Trainee.text(llama, Placement.CPU_FLOAT32), new BaseModel(checkpoint), settings)
 *     .run(TrainingData.of(pairs), folder, event -> {}, new Cancellation());
 * }</pre>
 *
 * The folder holds reference/, checkpoints/, metrics.jsonl and, in the end, adapter/. Running again
 * with the same pairs, settings and base model goes on from the last checkpoint, to the same losses
 * as if it had never stopped (bit for bit on the CPU with one thread). Platform threads only.
 */
public final class DpoTraining {
  private final Trainee trainee;
  private final BaseModel base;
  private final TrainingSettings settings;

  public DpoTraining(Trainee trainee, BaseModel base, TrainingSettings settings) {
    this.trainee = trainee;
    this.base = base;
    this.settings = settings;
  }

  /**
   * Trains until the last step or until it is asked to stop, then leaves a checkpoint.
   *
   * @throws decompgen.domain.error.Failure REQUEST_INVALID when no pair fits; CONFIG_INVALID when
   *     the folder is another training's or memory will not do; MODEL_FAILED, naming step and
   *     pairs, when loss or gradient is not finite; INTERNAL when the disk is full
   */
  public TrainingResult run(
      TrainingData data, Path folder, TrainingListener listener, Cancellation stop) {
    int longest = Math.min(settings.computation().maxLength(), trainee.language().maxPositions());
    Fitting fitting = Fitting.of(data, longest);
    RunIdentity identity = RunIdentity.of(fitting.data(), base.hash(), trainee, settings);
    Checkpoints checkpoints = new Checkpoints(folder, settings.saving().keep(), identity);
    Optional<Checkpoints.Found> found = checkpoints.latest();
    int done = found.map(Checkpoints.Found::step).orElse(0);
    int steps = settings.batch().steps(fitting.data().training().size());
    long needed =
        MemoryEstimate.of(trainee, fitting.data(), settings).require(trainee.placement().device());
    listener.on(
        new TrainingEvent.Prepared(
            fitting.data().training().size(), fitting.leftOut(), steps, done, needed));
    List<PairLogProbs> reference =
        new ReferenceLogProbs(identity, folder, fitting.data())
            .load(trainee, settings, listener, stop);
    if (reference.size() < fitting.data().all().size())
      return new TrainingResult(done, Optional.empty(), Map.of(), fitting.leftOut());
    try (Lora lora = lora(found);
        AdamW optimizer =
            new AdamW(settings.optimizer(), lora.weights().values(), lora.weights().gradients())) {
      found.ifPresent(checkpoint -> Checkpoints.restore(checkpoint, lora, optimizer));
      return new TrainingLoop(
              new TrainingLoop.Given(trainee, base, settings, fitting, reference, identity),
              new TrainingLoop.Learning(lora, optimizer),
              new TrainingLoop.Places(folder, checkpoints, new MetricsFile(folder)),
              listener)
          .run(done, stop);
    }
  }

  private Lora lora(Optional<Checkpoints.Found> found) {
    AdapterFolder.Target target =
        new AdapterFolder.Target(trainee.language().linears(), trainee.placement().device(), null);
    return found
        .map(checkpoint -> AdapterFolder.readTrainable(checkpoint.folder(), target))
        .orElseGet(
            () ->
                Lora.create(
                    settings.lora(), target.linears(), target.device(), randomness().at(0)));
  }

  private Randomness randomness() {
    return Randomness.of(settings.batch().seed());
  }
}
