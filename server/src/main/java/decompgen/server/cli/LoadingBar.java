package decompgen.server.cli;

import decompgen.server.assembly.StartUp;
import java.util.function.Function;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on the terminal while models load; nothing where there is no terminal. */
final class LoadingBar {
  private LoadingBar() {}

  static <T> T during(int steps, Function<StartUp, T> load) {
    if (System.console() == null || !System.console().isTerminal())
      return load.apply(new StartUp(_ -> {}));
    try (ProgressBar bar = bar(steps)) {
      return load.apply(new StartUp(step -> bar.setExtraMessage(step.name()).step()));
    }
  }

  private static ProgressBar bar(int steps) {
    return new ProgressBarBuilder()
        .setTaskName("loading models")
        .setInitialMax(steps)
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .setUpdateIntervalMillis(50)
        .clearDisplayOnFinish()
        .hideEta()
        .build();
  }
}
