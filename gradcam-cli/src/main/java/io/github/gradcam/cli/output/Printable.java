package io.github.gradcam.cli.output;

/** Text of strangers, such as names of files, for a terminal: one line, and no commands to it. */
public final class Printable {

  private Printable() {}

  /**
   * The text with its control characters written out.
   *
   * @param text any
   * @return one line
   */
  public static String of(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                printable.append(String.format("\\x%02x", c));
              } else {
                printable.appendCodePoint(c);
              }
            });
    return printable.toString();
  }
}
