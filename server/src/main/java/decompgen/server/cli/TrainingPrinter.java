package decompgen.server.cli;

import decompgen.domain.training.PairMetrics;
import decompgen.domain.training.StepMetrics;
import decompgen.domain.training.TrainingEvent;
import decompgen.domain.training.TrainingListener;
import decompgen.domain.training.TrainingResult;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A training for people: a bar on a terminal, lines elsewhere; what is left out is named. */
final class TrainingPrinter implements TrainingListener, AutoCloseable {
  private static final int NAMED = 10;

  private final PrintWriter err;
  private final boolean terminal = LoadingBar.terminal();
  private @Nullable ProgressBar bar;
  private int steps = 1;

  TrainingPrinter(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void on(TrainingEvent event) {
    switch (event) {
      case TrainingEvent.Prepared prepared -> prepared(prepared);
      case TrainingEvent.Referenced referenced -> referenced(referenced);
      case TrainingEvent.Stepped stepped -> stepped(stepped.metrics());
      case TrainingEvent.Evaluated evaluated -> say(evaluated(evaluated));
      case TrainingEvent.Saved _ -> {}
    }
  }

  private void prepared(TrainingEvent.Prepared prepared) {
    steps = prepared.steps();
    say(
        "%d pairs, %d steps%s, about %.1f GB of memory"
            .formatted(
                prepared.pairs(),
                steps,
                prepared.done() > 0 ? ", going on after step " + prepared.done() : "",
                prepared.estimatedBytes() / 1e9));
    leftOut(prepared.leftOut());
  }

  private void leftOut(List<TrainingEvent.LeftOut> leftOut) {
    if (leftOut.isEmpty()) return;
    say(leftOut.size() + " pairs are left out:");
    for (TrainingEvent.LeftOut pair : leftOut.subList(0, Math.min(NAMED, leftOut.size())))
      say("  " + pair.pair() + ": " + pair.reason());
    if (leftOut.size() > NAMED) say("  and " + (leftOut.size() - NAMED) + " more");
  }

  private void referenced(TrainingEvent.Referenced referenced) {
    if (!terminal) return;
    bar("reference", referenced.pairs()).stepTo(referenced.done());
    if (referenced.done() == referenced.pairs()) close();
  }

  private void stepped(StepMetrics metrics) {
    PairMetrics pairs = metrics.pairs();
    String said =
        "loss %.4f  margin %.3f  accuracy %.2f  %.0f tokens/s  %.1f GB"
            .formatted(
                pairs.loss(),
                pairs.margin(),
                pairs.accuracy(),
                metrics.tokensPerSecond(),
                metrics.residentBytes() / 1e9);
    if (terminal) bar("training", steps).stepTo(metrics.step()).setExtraMessage(said);
    else if (metrics.step() % Math.max(1, steps / 20) == 0 || metrics.step() == steps)
      say("step %d of %d  %s".formatted(metrics.step(), steps, said));
  }

  private static String evaluated(TrainingEvent.Evaluated evaluated) {
    PairMetrics metrics = evaluated.metrics();
    return "held out after step %d: loss %.4f  margin %.3f  accuracy %.2f"
        .formatted(evaluated.step(), metrics.loss(), metrics.margin(), metrics.accuracy());
  }

  /** The metrics of the last step. */
  void ended(TrainingResult result) {
    close();
    for (Map.Entry<String, Double> metric : new TreeMap<>(result.metrics()).entrySet())
      say("  %-24s %.6g".formatted(metric.getKey(), metric.getValue()));
  }

  private ProgressBar bar(String name, int max) {
    if (bar == null || !bar.getTaskName().equals(name)) {
      close();
      bar =
          new ProgressBarBuilder()
              .setTaskName(name)
              .setInitialMax(max)
              .setStyle(ProgressBarStyle.UNICODE_BLOCK)
              .setUpdateIntervalMillis(200)
              .build();
    }
    return bar;
  }

  private void say(String line) {
    err.println(line);
    err.flush();
  }

  @Override
  public void close() {
    if (bar != null) bar.close();
    bar = null;
  }
}
