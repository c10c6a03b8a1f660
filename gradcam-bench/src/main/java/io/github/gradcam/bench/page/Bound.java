package io.github.gradcam.bench.page;

/**
 * What a goal asks of a number.
 *
 * @param side on which side of the limit it lies when the goal is met
 * @param limit the limit, which is on the good side
 */
record Bound(Side side, double limit) {

  enum Side {
    AT_MOST,
    AT_LEAST
  }

  static Bound atMost(double limit) {
    return new Bound(Side.AT_MOST, limit);
  }

  static Bound atLeast(double limit) {
    return new Bound(Side.AT_LEAST, limit);
  }

  boolean isMetBy(double value) {
    return switch (side) {
      case AT_MOST -> value <= limit;
      case AT_LEAST -> value >= limit;
    };
  }

  String text() {
    return switch (side) {
      case AT_MOST -> limit == 0 ? "0" : "≤ " + Numbers.goal(limit);
      case AT_LEAST -> "≥ " + Numbers.goal(limit);
    };
  }

  /** What must not happen is counted; the rest are ratios. */
  String format(double value) {
    return limit == 0 ? Numbers.count(value) : Numbers.ratio(value);
  }
}
