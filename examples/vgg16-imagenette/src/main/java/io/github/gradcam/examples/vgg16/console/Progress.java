package io.github.gradcam.examples.vgg16.console;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far something is that a person waits for. Safe for any number of threads. */
public final class Progress implements AutoCloseable {

  private static final int LINE_EVERY_MS = 30_000;
  private static final int REDRAW_EVERY_MS = 250;
  private static final int WIDTH = 100;

  private final ProgressBar bar;

  Progress(PrintStream out, boolean terminal, String task, String unit, long total) {
    bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setUnit(" " + unit, 1)
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.ASCII)
            .showSpeed()
            .setUpdateIntervalMillis(terminal ? REDRAW_EVERY_MS : LINE_EVERY_MS)
            .setConsumer(
                terminal
                    ? new ConsoleProgressBarConsumer(out)
                    : new DelegatingProgressBarConsumer(out::println, WIDTH))
            .build();
  }

  /**
   * Some more is done.
   *
   * @param steps how much
   */
  public void advance(long steps) {
    bar.stepBy(steps);
  }

  /**
   * Some was done before, in an earlier run; it does not count for the speed.
   *
   * @param steps how much
   */
  public void resume(long steps) {
    bar.stepBy(steps);
  }

  /**
   * Says what is going on just now.
   *
   * @param message in few words
   */
  public void note(String message) {
    bar.setExtraMessage(message);
  }

  /** It is done, or given up. */
  @Override
  public void close() {
    bar.close();
  }
}
