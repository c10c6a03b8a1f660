package io.github.gradcam.bench.page.results;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What was measured several times.
 *
 * @param median the one in the middle, or the mean of the two there
 * @param least the smallest
 * @param most the largest
 * @param times how many times
 */
public record Spread(double median, double least, double most, int times) {

  /**
   * Of what was measured.
   *
   * @param values at least one
   */
  public static Spread of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("A spread is of one value at least, but there is none.");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int size = sorted.size();
    double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    return new Spread(median, sorted.get(0), sorted.get(size - 1), size);
  }

  /**
   * The same in another unit.
   *
   * @param change grows or falls all the way
   */
  public Spread in(DoubleUnaryOperator change) {
    double left = change.applyAsDouble(least);
    double right = change.applyAsDouble(most);
    return new Spread(
        change.applyAsDouble(median), Math.min(left, right), Math.max(left, right), times);
  }
}
