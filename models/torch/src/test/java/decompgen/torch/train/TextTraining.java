package decompgen.torch.train;

import decompgen.domain.expert.Cancellation;
import decompgen.domain.training.TrainingEvent;
import decompgen.domain.training.TrainingResult;
import decompgen.domain.training.TrainingSettings;
import decompgen.torch.Parity;
import decompgen.torch.adapter.AdapterFolder;
import decompgen.torch.adapter.BaseModel;
import decompgen.torch.adapter.Lora;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.Placement;
import decompgen.torch.policy.VisionLanguageModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A tiny Llama that is trained on texts, and what its trainings tell. */
final class TextTraining implements AutoCloseable {
  static final Path MODEL = Parity.folder("llama3/model");

  final BaseModel base = new BaseModel(MODEL);
  final VisionLanguageModel model = VisionLanguageModel.read(MODEL, Placement.CPU_FLOAT32);
  final Trainee trainee = Trainee.text(model.language(), model.placement());
  final List<TrainingEvent> events = new ArrayList<>();

  /** With held-out pairs to evaluate on. */
  TrainingResult train(List<TokenPair> pairs, TrainingSettings settings, Path run) {
    return train(trainee, pairs, settings, run);
  }

  TrainingResult train(Trainee who, List<TokenPair> pairs, TrainingSettings settings, Path run) {
    return new DpoTraining(who, base, settings)
        .run(new TrainingData(pairs, TinyTraining.heldOut()), run, events::add, new Cancellation());
  }

  /** Stopped by the first such event. */
  TrainingResult trainUntil(TrainingSettings settings, Path run, Predicate<TrainingEvent> last) {
    Cancellation stop = new Cancellation();
    return new DpoTraining(trainee, base, settings)
        .run(
            new TrainingData(TinyTraining.pairs(6), TinyTraining.heldOut()),
            run,
            event -> {
              if (last.test(event)) stop.cancel();
            },
            stop);
  }

  /** The loss of the first such step that was told. */
  double loss(int step) {
    return events.stream()
        .filter(TrainingEvent.Stepped.class::isInstance)
        .map(event -> ((TrainingEvent.Stepped) event).metrics())
        .filter(metrics -> metrics.step() == step)
        .findFirst()
        .orElseThrow()
        .pairs()
        .loss();
  }

  /** The adapter that a training left in its folder. */
  Lora adapter(Path run) {
    return AdapterFolder.read(
        run.resolve("adapter"),
        new AdapterFolder.Target(model.language().linears(), Device.CPU, base));
  }

  @Override
  public void close() {
    model.close();
  }
}
