package io.github.gradcam.examples.vgg16.evaluation;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as people read them. */
final class Numbers {

  private Numbers() {}

  /** Such as {@code 98.0 %}, held together by a space that does not break. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share);
  }

  /** The same, and a dash for what there is not. */
  static String percent(OptionalDouble share) {
    return share.isPresent() ? percent(share.getAsDouble()) : "–";
  }

  /** Such as {@code 97.5–98.4 %}. */
  static String percent(Interval interval) {
    return String.format(
        Locale.ROOT, "%.1f–%.1f\u00a0%%", 100 * interval.low(), 100 * interval.high());
  }

  /** Such as {@code 3,925}. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Such as {@code 1.5e-05}. */
  static String small(double number) {
    return String.format(Locale.ROOT, "%.1e", number);
  }
}
