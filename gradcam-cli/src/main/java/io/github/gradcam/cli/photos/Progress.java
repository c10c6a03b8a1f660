package io.github.gradcam.cli.photos;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bar that shows how far a run is, its rate and the time that is left. It appears after two
 * seconds, only on a terminal, and goes when other text comes.
 */
public final class Progress {

  private static final long SILENT_NANOS = Duration.ofSeconds(2).toNanos();
  private static final int CELLS = 30;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter terminal;
  private final boolean shown;
  private final int total;
  private final long start = System.nanoTime();
  private final AtomicInteger done = new AtomicInteger();
  private boolean painted;

  private Progress(PrintWriter terminal, boolean shown, int total) {
    this.terminal = terminal;
    this.shown = shown;
    this.total = total;
  }

  /**
   * A bar on a terminal.
   *
   * @param terminal where it is painted
   * @param total how many photos there are
   * @return the bar
   */
  public static Progress on(PrintWriter terminal, int total) {
    return new Progress(terminal, true, total);
  }

  /**
   * A bar that is never painted.
   *
   * @param total how many photos there are
   * @return the bar
   */
  public static Progress hidden(int total) {
    return new Progress(new PrintWriter(PrintWriter.nullWriter()), false, total);
  }

  /** One more photo is done; called by any thread. */
  void step() {
    done.incrementAndGet();
  }

  /** How many photos are done. */
  public int done() {
    return done.get();
  }

  /** Paints the bar as it is now, if it is time. */
  void paint() {
    long elapsed = System.nanoTime() - start;
    if (shown && elapsed > SILENT_NANOS) {
      terminal.print(CLEAR + line(done.get(), total, elapsed));
      terminal.flush();
      painted = true;
    }
  }

  /** Takes the bar away, so that a line of text can be written. */
  public void clear() {
    if (painted) {
      terminal.print(CLEAR);
      terminal.flush();
      painted = false;
    }
  }

  static String line(int done, int total, long nanos) {
    double seconds = nanos / 1e9;
    double rate = done / seconds;
    int full = (int) ((long) CELLS * done / Math.max(1, total));
    String left =
        done == 0
            ? ""
            : ", " + spoken(Duration.ofSeconds(Math.round((total - done) / rate))) + " left";
    return String.format(
        Locale.ROOT,
        "[%s%s] %d of %d, %.1f a second%s",
        "#".repeat(full),
        " ".repeat(CELLS - full),
        done,
        total,
        rate,
        left);
  }

  private static String spoken(Duration time) {
    return time.toHours() > 0
        ? time.toHours() + " h " + time.toMinutesPart() + " min"
        : time.toMinutes() > 0
            ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
            : time.toSeconds() + " s";
  }
}
