package io.github.gradcam.examples.vgg16.console;

import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Where the program speaks: lines that stay, and progress with the time that is left.
 *
 * <p>On a terminal progress is one line that changes; elsewhere, such as in a log, it is a line
 * every half minute, and a last one with the time it took. Safe for any number of threads.
 */
public final class Console {

  private static final Duration ON_A_TERMINAL = Duration.ofMillis(250);
  private static final Duration IN_A_LOG = Duration.ofSeconds(30);
  private static final long MEGABYTE = 1_000_000;

  private final PrintStream out;
  private final boolean terminal;
  private final Duration every;
  private @Nullable ProgressLine line;

  /**
   * A console.
   *
   * @param out where lines go
   * @param terminal whether a line can be written over
   */
  public Console(PrintStream out, boolean terminal) {
    this(out, terminal, terminal ? ON_A_TERMINAL : IN_A_LOG);
  }

  Console(PrintStream out, boolean terminal, Duration every) {
    this.out = out;
    this.terminal = terminal;
    this.every = every;
  }

  /**
   * Writes a line that stays.
   *
   * @param format as {@link String#format} takes it
   * @param arguments what it speaks of
   */
  public void say(String format, Object... arguments) {
    String said = arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments);
    synchronized (out) {
      if (line != null) {
        line.wipe();
      }
      out.println(said);
    }
  }

  /**
   * Begins something that a person waits for.
   *
   * @param task what is done
   * @param unit what is counted, in the plural
   * @param total how many there are
   * @return to be told of each step, and closed
   */
  public Progress progress(String task, String unit, long total) {
    return new Progress(bar(task, unit, 1, total), this::line);
  }

  /**
   * Begins something whose steps are bytes, shown as megabytes.
   *
   * @param task what is done
   * @param total how many bytes there are
   * @return to be told of each step, and closed
   */
  public Progress bytes(String task, long total) {
    return new Progress(bar(task, "MB", MEGABYTE, total), this::line);
  }

  private ProgressBarBuilder bar(String task, String unit, long unitSize, long total) {
    ProgressBarBuilder bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setUnit(" " + unit, unitSize)
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.ASCII)
            .showSpeed(new DecimalFormat("0.0#", DecimalFormatSymbols.getInstance(Locale.ROOT)))
            .setUpdateIntervalMillis(Math.toIntExact(every.toMillis()));
    return terminal ? bar.continuousUpdate() : bar;
  }

  private ProgressLine line() {
    ProgressLine begun = new ProgressLine(out, terminal);
    synchronized (out) {
      line = begun;
    }
    return begun;
  }
}
