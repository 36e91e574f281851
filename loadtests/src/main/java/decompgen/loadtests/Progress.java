package decompgen.loadtests;

import java.util.Collection;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on the terminal while something is gone through; nothing where there is no terminal. */
public final class Progress {
  private Progress() {}

  /** The items, which move the bar on as they are taken. */
  public static <T> Iterable<T> over(String name, Collection<T> items) {
    if (System.console() == null || !System.console().isTerminal()) return items;
    return ProgressBar.wrap(
        items,
        new ProgressBarBuilder()
            .setTaskName(name)
            .setInitialMax(items.size())
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .setUpdateIntervalMillis(100)
            .clearDisplayOnFinish());
  }
}
