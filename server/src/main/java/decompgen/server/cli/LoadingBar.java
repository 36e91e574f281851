package decompgen.server.cli;

import decompgen.server.assembly.StartUp;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Supplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on the terminal while something takes long; nothing where there is no terminal. */
public final class LoadingBar {
  private LoadingBar() {}

  static <T> T during(int steps, Function<StartUp, T> load) {
    if (!terminal()) return load.apply(new StartUp(_ -> {}));
    try (ProgressBar bar = bar("loading models", steps)) {
      return load.apply(new StartUp(step -> bar.setExtraMessage(step.name()).step()));
    }
  }

  /** A bar for one thing of unknown length. */
  static <T> T step(String name, Supplier<T> load) {
    if (!terminal()) return load.get();
    try (ProgressBar _ = bar(name, -1)) {
      return load.get();
    }
  }

  /** The items, which move a bar on as they are taken. */
  public static <T> Iterable<T> over(String name, Collection<T> items) {
    return terminal() ? ProgressBar.wrap(items, builder(name, items.size())) : items;
  }

  /** Whether a person looks on. */
  static boolean terminal() {
    return System.console() != null && System.console().isTerminal();
  }

  private static ProgressBar bar(String name, int steps) {
    return builder(name, steps).hideEta().build();
  }

  private static ProgressBarBuilder builder(String name, int steps) {
    return new ProgressBarBuilder()
        .setTaskName(name)
        .setInitialMax(steps)
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .setUpdateIntervalMillis(50)
        .clearDisplayOnFinish();
  }
}
