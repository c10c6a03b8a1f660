package io.github.gradcam.examples.vgg16.console;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * Where a progress bar is drawn. On a terminal over what it drew before; elsewhere as a new line,
 * but for the first, which says only that something began.
 */
final class ProgressLine implements ProgressBarConsumer {

  private static final int WIDTH_IN_A_LOG = 100;

  private final PrintStream out;
  private final boolean terminal;
  private String latest = "";
  private boolean begun;
  private boolean held;

  ProgressLine(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public int getMaxRenderedLength() {
    return terminal ? new ConsoleProgressBarConsumer(out).getMaxRenderedLength() : WIDTH_IN_A_LOG;
  }

  @Override
  public void accept(String drawn) {
    synchronized (out) {
      String covered = cover(drawn);
      latest = drawn;
      if (held) {
        return;
      }
      if (terminal) {
        out.print(covered);
        out.flush();
      } else if (begun) {
        out.println(drawn.stripTrailing());
      }
      begun = true;
    }
  }

  /** From now on nothing is drawn, only remembered. */
  void hold() {
    synchronized (out) {
      held = true;
    }
  }

  /** The latest stays, and the next line is below it. */
  void stay() {
    synchronized (out) {
      out.println(terminal ? cover(latest) : latest.stripTrailing());
      out.flush();
    }
  }

  /** Makes room for a line that stays; the bar is drawn again below it. */
  void wipe() {
    synchronized (out) {
      if (terminal && begun && !held) {
        out.print("\r" + " ".repeat(latest.length()) + "\r");
      }
    }
  }

  /** {@link #stay()} does it: a bar that is closed at once never comes here. */
  @Override
  public void close() {}

  private String cover(String drawn) {
    return "\r" + drawn + " ".repeat(Math.max(0, latest.length() - drawn.length()));
  }
}
