package decompgen.server.cli;

import decompgen.domain.expert.Cancellation;
import decompgen.domain.training.Trainer;
import decompgen.domain.training.TrainingPair;
import decompgen.domain.training.TrainingResult;
import decompgen.domain.training.TrainingSettings;
import decompgen.server.config.ConfigReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code decompgen train}: an adapter from preference pairs, by DPO. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Trains a LoRA adapter by Direct Preference Optimization, in PEFT's format.",
      "OUT holds adapter/ (with provenance.json), metrics.jsonl, curves.png and checkpoints/. Stop it with Ctrl-C, or kill it:",
      "the same command goes on from the last checkpoint."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./decompgen train --policy llava-1.5-7b-hf --pairs pairs.jsonl --recipe config/dgpref.yaml",
      "  ./decompgen train --policy toy --pairs pairs.jsonl --out run1 --set batch.pairs=8 --set optimizer.learning-rate=3e-4",
      "  ./decompgen train --policy toy --pairs pairs.jsonl --held-out .1      a tenth is only looked at",
      "",
      "Every key of a recipe with its default is in config/dpo.yaml."
    })
public final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PolicyOptions policy = new PolicyOptions();

  @Option(
      names = "--pairs",
      required = true,
      paramLabel = "FILE",
      description =
          "Pairs as TRL has them, JSONL with images (files, relative to this one), prompt, chosen, rejected.")
  private Path pairs = Path.of("");

  @Option(
      names = "--recipe",
      paramLabel = "FILE",
      description = "What differs from config/dpo.yaml, such as config/dgpref.yaml.")
  private @Nullable Path recipe;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where it is kept (default: train-out).")
  private Path out = Path.of("train-out");

  @Option(
      names = "--held-out",
      paramLabel = "SHARE",
      description = "Share of the pairs that are only looked at, 0 to .5 (default: 0).")
  private double heldOut;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Sets one key of the recipe: --set loss.beta=.2")
  private Map<String, String> sets = new LinkedHashMap<>();

  @Override
  public Integer call() {
    if (!(heldOut >= 0 && heldOut <= .5))
      throw new ParameterException(spec.commandLine(), "--held-out takes 0 to .5, not " + heldOut);
    TrainingSettings settings = ConfigReader.recipe(Optional.ofNullable(recipe), sets);
    Trainer.Pairs split = split(PairsFile.read(pairs));
    try (Trainer trainer = LoadingBar.step("loading policy", () -> policy.policies().trainer());
        Stop stop = new Stop();
        TrainingPrinter printer = new TrainingPrinter(spec.commandLine().getErr())) {
      TrainingResult result =
          trainer.train(split, settings, out, new Trainer.Listening(printer, stop.cancellation));
      printer.ended(result);
      if (result.steps() > 0) TrainingCurves.write(out);
      spec.commandLine().getOut().println(said(result));
    }
    return Exit.FINE;
  }

  private String said(TrainingResult result) {
    return result
        .adapter()
        .map(adapter -> "adapter: " + adapter)
        .orElse(
            "stopped after step %d; the same command goes on from there".formatted(result.steps()));
  }

  /** Every n-th pair is held out, so that the share is met all along the file. */
  private Trainer.Pairs split(List<TrainingPair> all) {
    List<TrainingPair> training = new ArrayList<>();
    List<TrainingPair> held = new ArrayList<>();
    for (int i = 0; i < all.size(); i++)
      (Math.floor((i + 1) * heldOut) > Math.floor(i * heldOut) ? held : training).add(all.get(i));
    return new Trainer.Pairs(training, held);
  }

  /** Ctrl-C asks the training to stop and waits for its checkpoint. */
  private static final class Stop implements AutoCloseable {
    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().unstarted(this::stop);

    Stop() {
      Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop() {
      cancellation.cancel();
      try {
        if (!ended.await(10, TimeUnit.MINUTES)) System.err.println("no checkpoint in 10 minutes");
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      ended.countDown();
      if (!cancellation.cancelled()) Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
