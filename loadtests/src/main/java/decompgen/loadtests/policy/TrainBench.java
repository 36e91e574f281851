package decompgen.loadtests.policy;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.domain.dpo.DpoLoss;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.training.BatchSettings;
import decompgen.domain.training.ComputationSettings;
import decompgen.domain.training.LoraSettings;
import decompgen.domain.training.OptimizerSettings;
import decompgen.domain.training.PairLayout;
import decompgen.domain.training.SavingSettings;
import decompgen.domain.training.Schedule;
import decompgen.domain.training.Targets;
import decompgen.domain.training.TrainingEvent;
import decompgen.domain.training.TrainingSettings;
import decompgen.loadtests.Range;
import decompgen.loadtests.ScratchFolder;
import decompgen.loadtests.Table;
import decompgen.loadtests.Timings;
import decompgen.torch.adapter.BaseModel;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Torch;
import decompgen.torch.policy.VisionLanguageModel;
import decompgen.torch.train.DpoTraining;
import decompgen.torch.train.TokenPair;
import decompgen.torch.train.Trainee;
import decompgen.torch.train.TrainingData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench train}: a DPO step with the prompt computed once or twice, beside a peer. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Trains LoRA adapters (r 16, q_proj v_proj) by DPO on a Llama of SmolLM2-135M's shape (random weights, float32): time of a",
      "step and peak memory, with a pair's prompt computed twice (plain) or once (shared prefix). The peer, transformers with PEFT",
      "and plain torch, trains on the same pairs in turn with ours, step by step.",
      "Targets: plain in 1.05 of the peer's time, shared prefix in .75 of the peer's plain, peak memory not above the peer's."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./decompgen bench train",
      "  ./decompgen bench train --peer                                beside transformers, in an environment made for it",
      "  ./decompgen bench train --prompt 64 --completion 64 --pairs 2 --peer /opt/venv/bin/python"
    })
public final class TrainBench implements Callable<Integer> {
  private static final List<String> TARGETS = List.of("q_proj", "v_proj");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private PeerOptions peer = new PeerOptions();

  @Option(names = "--prompt", paramLabel = "N", description = "Tokens of a prompt (default: 620).")
  private int prompt = 620;

  @Option(
      names = "--completion",
      paramLabel = "N",
      description = "Tokens of a completion (default: 100).")
  private int completion = 100;

  @Option(names = "--pairs", paramLabel = "N", description = "Pairs of a step (default: 1).")
  private int pairs = 1;

  @Option(names = "--steps", paramLabel = "N", description = "Counted steps (default: 5).")
  private int steps = 5;

  /** Milliseconds of the counted steps, and the process's peak in bytes. */
  private record Run(Timings step, long peakBytes) {}

  @Override
  public Integer call() throws IOException {
    new Range(1, 1_024).require(spec, "--prompt", "--completion", "--threads");
    new Range(1, 1_000).require(spec, "--pairs", "--steps");
    Torch.threads(peer.threads());
    Path folder = SyntheticLlama.in(PeerOptions.below("llama-135m"));
    List<List<TokenPair>> batches = IntStream.rangeClosed(0, steps).mapToObj(this::batch).toList();
    Run shared = ours(folder, PairLayout.SHARED_PREFIX, batches, () -> {});
    List<JsonNode> theirs = new ArrayList<>();
    try (Peer other = peer.start("train.py", folder, job(batches))) {
      Runnable turn = other == null ? () -> {} : () -> theirs.add(round(other));
      Run plain = ours(folder, PairLayout.PLAIN, batches, turn);
      print(plain, shared, theirs);
    }
    return 0;
  }

  private List<TokenPair> batch(int step) {
    return IntStream.range(0, pairs).mapToObj(i -> pair(step * pairs + i)).toList();
  }

  private TokenPair pair(int number) {
    return new TokenPair(
        "" + number,
        List.of(),
        ids(number, prompt),
        ids(number + 1001, completion),
        ids(number + 2002, completion));
  }

  private static int[] ids(int seed, int length) {
    return IntStream.range(0, length)
        .map(i -> Math.floorMod(seed * 7919 + i * 104_729, SyntheticLlama.VOCABULARY))
        .toArray();
  }

  private static Map<String, Object> job(List<List<TokenPair>> batches) {
    List<List<Map<String, int[]>>> rows =
        batches.stream().map(batch -> batch.stream().map(TrainBench::row).toList()).toList();
    return Map.of(
        "seed",
        1,
        "rank",
        16,
        "alpha",
        32,
        "targets",
        TARGETS,
        "learningRate",
        5e-5,
        "beta",
        .1,
        "batches",
        rows);
  }

  private static Map<String, int[]> row(TokenPair pair) {
    return Map.of("prompt", pair.prompt(), "chosen", pair.chosen(), "rejected", pair.rejected());
  }

  /**
   * Trains one step more than is counted.
   *
   * @param turn what is done after each step, such as the peer's on the same pairs
   */
  private Run ours(Path folder, PairLayout layout, List<List<TokenPair>> batches, Runnable turn)
      throws IOException {
    List<Double> millis = new ArrayList<>();
    long[] from = {0};
    long[] peak = {0};
    try (ScratchFolder out = ScratchFolder.create();
        VisionLanguageModel model = VisionLanguageModel.read(folder, Placement.CPU_FLOAT32)) {
      Trainee trainee = Trainee.text(model.language(), model.placement());
      List<TokenPair> all = batches.stream().flatMap(List::stream).toList();
      new DpoTraining(trainee, new BaseModel(folder), settings(layout))
          .run(
              TrainingData.of(all),
              out.path(),
              event -> {
                if (event instanceof TrainingEvent.Stepped stepped) {
                  millis.add((System.nanoTime() - from[0]) / 1e6);
                  peak[0] = stepped.metrics().residentBytes();
                  turn.run();
                }
                from[0] = System.nanoTime();
              },
              new Cancellation());
    }
    return new Run(Timings.of(millis.stream().skip(1).mapToDouble(Double::doubleValue)), peak[0]);
  }

  private static JsonNode round(Peer other) {
    try {
      return other.round();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private TrainingSettings settings(PairLayout layout) {
    return new TrainingSettings(
        new DpoLoss(.1, 0),
        new LoraSettings(16, 32, 0, false, new Targets.Names(TARGETS)),
        OptimizerSettings.of(5e-5),
        new Schedule(Schedule.Decay.CONSTANT, 0),
        new BatchSettings(pairs, 1, 1, 0, false, 1),
        new ComputationSettings(layout, false, 2048, 0),
        new SavingSettings(0, 1, 0));
  }

  private void print(Run plain, Run shared, List<JsonNode> theirs) {
    Table table =
        new Table(
            "median of %d steps of %d x (%d + 2 x %d) tokens"
                .formatted(steps, pairs, prompt, completion),
            "plain",
            "shared prefix",
            "peer, plain");
    Timings peer =
        theirs.isEmpty()
            ? null
            : Timings.of(
                theirs.stream().skip(1).mapToDouble(step -> step.path("millis").asDouble()));
    double peerBytes = theirs.isEmpty() ? 0 : theirs.getLast().path("peakBytes").asDouble();
    table.row(
        "ms a step",
        plain.step().median(),
        shared.step().median(),
        peer == null ? "" : peer.median());
    table.row(
        "peak memory, GB",
        "%.2f".formatted(plain.peakBytes() / 1e9),
        "%.2f".formatted(shared.peakBytes() / 1e9),
        peer == null ? "" : "%.2f".formatted(peerBytes / 1e9));
    System.out.println(table);
    if (peer == null) return;
    System.out.printf(
        "plain: %.2f of the peer's time (target 1.05)%nshared prefix: %.2f of the peer's time (target .75)%npeak memory: %.2f of the peer's (target 1.00)%n",
        plain.step().median() / peer.median(),
        shared.step().median() / peer.median(),
        plain.peakBytes() / peerBytes);
  }
}
