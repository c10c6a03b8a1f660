package io.github.gradcam.examples.vgg16.console;

import java.io.PrintStream;

/**
 * Where the program speaks: lines that stay, and progress with the time that is left.
 *
 * <p>On a terminal progress is one line that changes; elsewhere, such as in a log, it is a line now
 * and then.
 */
public final class Console {

  private final PrintStream out;
  private final boolean terminal;

  /**
   * A console.
   *
   * @param out where lines go
   * @param terminal whether a line can be written over
   */
  public Console(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /**
   * Writes a line that stays.
   *
   * @param format as {@link String#format} takes it
   * @param arguments what it speaks of
   */
  public void say(String format, Object... arguments) {
    out.println(
        arguments.length == 0 ? format : String.format(java.util.Locale.ROOT, format, arguments));
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
    return new Progress(out, terminal, task, unit, total);
  }
}
