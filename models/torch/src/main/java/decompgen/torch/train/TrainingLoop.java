package decompgen.torch.train;

import decompgen.domain.dpo.PairLogProbs;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.training.PairMetrics;
import decompgen.domain.training.StepMetrics;
import decompgen.domain.training.TrainingEvent;
import decompgen.domain.training.TrainingListener;
import decompgen.domain.training.TrainingResult;
import decompgen.domain.training.TrainingSettings;
import decompgen.torch.adapter.AdapterFolder;
import decompgen.torch.adapter.BaseModel;
import decompgen.torch.adapter.Lora;
import decompgen.torch.adapter.Provenance;
import decompgen.torch.memory.Randomness;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps of a training, from a number of steps done to the last or to a request to stop. */
final class TrainingLoop {
  /** What the training rests on. */
  record Given(
      Trainee trainee,
      BaseModel base,
      TrainingSettings settings,
      Fitting fitting,
      List<PairLogProbs> reference,
      RunIdentity identity) {}

  /** What changes. */
  record Learning(Lora lora, AdamW optimizer) {}

  /** What is written. */
  record Places(Path folder, Checkpoints checkpoints, MetricsFile metrics) {}

  private final Given given;
  private final Learning learning;
  private final Places places;
  private final TrainingListener listener;
  private final TrainingSettings settings;
  private final List<TokenPair> pairs;
  private final DataOrder order;
  private final DpoStep dpo;
  private final Map<String, Double> latest = new HashMap<>();

  TrainingLoop(Given given, Learning learning, Places places, TrainingListener listener) {
    this.given = given;
    this.learning = learning;
    this.places = places;
    this.listener = listener;
    this.settings = given.settings();
    this.pairs = given.fitting().data().training();
    this.order = new DataOrder(settings.batch(), pairs.size());
    this.dpo = new DpoStep(given.trainee(), learning.lora(), settings);
  }

  TrainingResult run(int done, Cancellation stop) {
    latest.putAll(places.metrics().keep(done));
    int steps = order.steps();
    int saved = done;
    int step = done;
    while (step < steps && !stop.cancelled()) {
      StepMetrics metrics = step(step++);
      places.metrics().add(metrics);
      latest.putAll(metrics.named());
      listener.on(new TrainingEvent.Stepped(metrics));
      if (due(step, settings.saving().everySteps())) saved = save(step);
      if (due(step, settings.saving().evaluateEverySteps()) && step < steps) evaluate(step, stop);
    }
    if (saved < step) save(step);
    boolean whole = step == steps && evaluate(step, stop);
    Optional<Path> adapter = whole ? Optional.of(write(step)) : Optional.empty();
    return new TrainingResult(step, adapter, latest, given.fitting().leftOut());
  }

  private static boolean due(int step, int every) {
    return every > 0 && step % every == 0;
  }

  /**
   * One step.
   *
   * @param step from 0
   */
  private StepMetrics step(int step) {
    long begun = System.nanoTime();
    List<List<Integer>> parts = order.at(step);
    DpoStep.Outcome outcome = gradients(step, parts);
    double norm = learning.optimizer().clip();
    if (!Double.isFinite(norm)) throw notFinite(step, "the gradient", names(parts));
    double rate =
        settings.optimizer().learningRate() * settings.schedule().factor(step, order.steps());
    learning.optimizer().step(step + 1, rate);
    double seconds = (System.nanoTime() - begun) / 1e9;
    return new StepMetrics(
        step + 1,
        order.epochs(step + 1),
        PairMetrics.of(outcome.seen()),
        norm,
        rate,
        outcome.tokens() / seconds,
        ProcessMemory.peakBytes());
  }

  /** Adds up the gradients of a step's parts, and what came of their pairs. */
  private DpoStep.Outcome gradients(int step, List<List<Integer>> parts) {
    int count = parts.stream().mapToInt(List::size).sum();
    List<PairMetrics.Seen> seen = new ArrayList<>();
    long tokens = 0;
    for (int i = 0; i < parts.size(); i++) {
      List<Integer> part = parts.get(i);
      DpoStep.Outcome outcome =
          dpo.run(
              part.stream().map(pairs::get).toList(),
              part.stream().map(given.reference()::get).toList(),
              1.0 / count,
              Randomness.of(settings.batch().seed()).at(1).at(step).at(i));
      requireFinite(step, part, outcome);
      seen.addAll(outcome.seen());
      tokens += outcome.tokens();
    }
    return new DpoStep.Outcome(seen, tokens);
  }

  private void requireFinite(int step, List<Integer> part, DpoStep.Outcome outcome) {
    for (int i = 0; i < part.size(); i++)
      if (!outcome.seen().get(i).step().finite())
        throw notFinite(step, "the loss", pairs.get(part.get(i)).name());
  }

  private String names(List<List<Integer>> parts) {
    return String.join(
        ", ", parts.stream().flatMap(List::stream).map(i -> pairs.get(i).name()).toList());
  }

  private static Failure notFinite(int step, String what, String names) {
    return new Failure(
        ErrorCode.MODEL_FAILED,
        "step %d: %s is not finite, at pair %s. The weights are as before it; the last checkpoint is kept. Look at that pair, or lower the learning rate."
            .formatted(step + 1, what, names));
  }

  private int save(int step) {
    Path checkpoint =
        places.checkpoints().save(step, learning.lora(), learning.optimizer(), given.base().name());
    listener.on(new TrainingEvent.Saved(step, checkpoint));
    return step;
  }

  private Path write(int step) {
    Path adapter = places.folder().resolve("adapter");
    AdapterFolder.write(
        adapter,
        learning.lora(),
        new Provenance(
            given.base().name(),
            given.base().hash(),
            pairs.size(),
            given.identity().pairsHash(),
            step,
            settings,
            Map.copyOf(latest),
            Versions.now()));
    return adapter;
  }

  /** Looks at the held-out pairs; false when it was stopped before it had seen all. */
  private boolean evaluate(int step, Cancellation stop) {
    List<TokenPair> heldOut = given.fitting().data().heldOut();
    if (heldOut.isEmpty()) return true;
    List<PairMetrics.Seen> seen = new ArrayList<>();
    int size = settings.batch().pairs();
    CompletionScorer scorer = new CompletionScorer(given.trainee());
    for (int at = 0; at < heldOut.size(); at += size) {
      if (stop.cancelled()) return false;
      List<TokenPair> some = heldOut.subList(at, Math.min(heldOut.size(), at + size));
      for (PairLogProbs policy :
          scorer.score(some, settings.computation().layout(), learning.lora()))
        seen.add(
            new PairMetrics.Seen(
                settings.loss().step(policy, given.reference().get(pairs.size() + seen.size())),
                policy));
    }
    PairMetrics metrics = PairMetrics.of(seen);
    metrics.named().forEach((name, value) -> latest.put("eval_" + name, value));
    listener.on(new TrainingEvent.Evaluated(step, metrics));
    return true;
  }
}
