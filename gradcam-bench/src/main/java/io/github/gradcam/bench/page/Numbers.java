package io.github.gradcam.bench.page;

import io.github.gradcam.bench.page.results.Spread;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Numbers as a reader wants them: three digits, a unit, the spread behind the median. */
final class Numbers {

  private static final MathContext THREE = new MathContext(3, RoundingMode.HALF_EVEN);
  private static final double KILO = 1000;

  private Numbers() {}

  static String spread(Spread spread, DoubleFunction<String> format) {
    String median = format.apply(spread.median());
    String least = format.apply(spread.least());
    String most = format.apply(spread.most());
    return least.equals(most) ? median : median + " (" + least + "–" + most + ")";
  }

  /** Goals are hundredths, so there is a digit behind them. */
  static String ratio(double ratio) {
    return String.format(Locale.ROOT, ratio < 10 ? "%.3f" : "%.1f", ratio);
  }

  /** As it was set: without digits that say nothing. */
  static String goal(double limit) {
    return BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString();
  }

  /** Three digits, or all before the point. */
  static String plain(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal three = BigDecimal.valueOf(value).round(THREE);
    int decimals = THREE.getPrecision() - (three.precision() - three.scale());
    return BigDecimal.valueOf(value)
        .setScale(Math.max(0, decimals), THREE.getRoundingMode())
        .toPlainString();
  }

  static String count(double value) {
    return String.valueOf(Math.round(value));
  }

  static String milliseconds(double seconds) {
    return plain(seconds * KILO);
  }

  static String tiny(double value) {
    return String.format(Locale.ROOT, "%.1e", value);
  }
}
