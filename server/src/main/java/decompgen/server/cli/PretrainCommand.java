package decompgen.server.cli;

import decompgen.server.assembly.ToyPolicy;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code decompgen pretrain}: makes the toy world's synthetic policy from nothing. */
@Command(
    name = "pretrain",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the toy world's policy: a tiny LLaVA, synthetic from its pictures to its captions, that hallucinates by a habit.",
      "Takes about a quarter of an hour on two cores. The one that ships was made with --seed 1 --threads 1."
    },
    footerHeading = "%nExample:%n",
    footer = "  ./decompgen pretrain --out toy --seed 2")
public final class PretrainCommand implements Callable<Integer> {
  private static final int STEPS_A_LINE = 100;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "A new folder for the policy.")
  private Path out = Path.of("");

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Of pictures, first weights and order; 1 when left out.")
  private long seed;

  @Option(
      names = "--threads",
      defaultValue = "2",
      paramLabel = "N",
      description = "Threads to compute with, 1 to 64; 2 when left out.")
  private int threads;

  private @Nullable ProgressBar bar;
  private double mean;

  @Override
  public Integer call() {
    if (threads < 1 || threads > 64) throw wrong("--threads: " + threads + " is not 1 to 64.");
    if (Files.exists(out)) throw wrong(out + " is there already: name a new folder.");
    try {
      ToyPolicy.make(out, seed, threads, LoadingBar.terminal() ? this::draw : this::write);
    } finally {
      if (bar != null) bar.close();
    }
    spec.commandLine().getOut().println(out + " holds a synthetic policy of the toy world.");
    return Exit.FINE;
  }

  private void draw(String lesson, int step, int steps, double loss) {
    if (step == 1) begin(lesson, steps);
    learn(step, loss);
    if (bar != null) bar.setExtraMessage(" loss %.3f".formatted(mean)).step();
  }

  private void begin(String lesson, int steps) {
    if (bar != null) bar.close();
    bar =
        new ProgressBarBuilder()
            .setTaskName(lesson)
            .setInitialMax(steps)
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .build();
  }

  private void write(String lesson, int step, int steps, double loss) {
    learn(step, loss);
    PrintWriter err = spec.commandLine().getErr();
    if (step % STEPS_A_LINE == 0)
      err.println("%s: step %d of %d, loss %.3f".formatted(lesson, step, steps, mean));
  }

  /** A single batch's loss jumps. */
  private void learn(int step, double loss) {
    mean = step == 1 ? loss : .95 * mean + .05 * loss;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
