package io.github.gradcam.bench.page.results;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of the numbers of a benchmark.
 *
 * @param score JMH's summary
 * @param scoreUnit its unit
 * @param rawData each iteration of each fork, where JMH kept them
 */
record Metric(double score, String scoreUnit, @Nullable List<List<Double>> rawData) {

  /** Each iteration, or the summary where there is nothing else. */
  List<Double> values() {
    List<Double> each =
        Stream.ofNullable(rawData).flatMap(List::stream).flatMap(List::stream).toList();
    return each.isEmpty() ? List.of(score) : each;
  }

  /** Whether JMH counted calls a time, rather than the time of a call. */
  boolean isRate() {
    return scoreUnit.startsWith("ops/");
  }

  /** The seconds of a call of one thread, for each iteration. */
  List<Double> seconds() {
    double unit = seconds(scoreUnit.replace("ops/", "").replace("/op", ""));
    return values().stream().map(value -> isRate() ? unit / value : unit * value).toList();
  }

  private static double seconds(String unit) {
    return switch (unit) {
      case "ns" -> 1e-9;
      case "us" -> 1e-6;
      case "ms" -> 1e-3;
      case "s" -> 1;
      case "min" -> 60;
      default -> throw new IllegalArgumentException("JMH has no unit of time \"" + unit + "\".");
    };
  }
}
