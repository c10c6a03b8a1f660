package io.github.gradcam.cli.result;

/** Text that UTF-8 can carry. */
public final class WellFormed {

  private static final int REPLACEMENT = 0xfffd;

  private WellFormed() {}

  /**
   * The text with each half of a surrogate pair that stands alone replaced by U+FFFD: labels and
   * file names are not trusted, and an encoder would write a question mark.
   *
   * @param text any
   * @return text of whole characters
   */
  public static String of(String text) {
    return text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
