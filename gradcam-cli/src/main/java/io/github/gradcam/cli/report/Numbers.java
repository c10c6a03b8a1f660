package io.github.gradcam.cli.report;

import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {

  private Numbers() {}

  /** Such as {@code 99.8 %}, held together by a space that does not break. */
  static String percent(double probability) {
    return String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * probability);
  }

  /** Such as {@code 2,000}. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Such as {@code 2,000 photos}. */
  static String photos(long number) {
    return count(number) + (number == 1 ? " photo" : " photos");
  }
}
