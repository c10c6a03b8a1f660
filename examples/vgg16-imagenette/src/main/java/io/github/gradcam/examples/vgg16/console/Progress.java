package io.github.gradcam.examples.vgg16.console;

import java.util.function.Supplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * How far something is that a person waits for. Safe for any number of threads, which may be
 * interrupted.
 */
public final class Progress implements AutoCloseable {

  private final ProgressBarBuilder builder;
  private final Supplier<ProgressLine> lines;
  private ProgressLine line;
  private ProgressBar bar;
  private boolean closed;

  Progress(ProgressBarBuilder builder, Supplier<ProgressLine> lines) {
    this.builder = builder;
    this.lines = lines;
    line = lines.get();
    bar = builder.setConsumer(line).build();
  }

  /**
   * Some more is done.
   *
   * @param steps how much
   */
  public synchronized void advance(long steps) {
    bar.stepBy(steps);
  }

  /**
   * Some was done before, in an earlier run; it does not count for the speed.
   *
   * @param steps how much
   */
  public synchronized void resume(long steps) {
    String note = bar.getExtraMessage();
    stop();
    line = lines.get();
    bar =
        builder
            .startsFrom(bar.getCurrent() + steps, bar.getTotalElapsed())
            .setConsumer(line)
            .build()
            .setExtraMessage(note);
  }

  /**
   * Says what is going on just now.
   *
   * @param message in few words
   */
  public synchronized void note(String message) {
    bar.setExtraMessage(" " + message);
  }

  /** It is done, or given up: a last line stays, with the time it took. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      stop();
      line.stay();
    }
  }

  /** The bar draws a last time, on its own thread; it would take the interrupt for itself. */
  private void stop() {
    line.hold();
    boolean interrupted = Thread.interrupted();
    bar.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
