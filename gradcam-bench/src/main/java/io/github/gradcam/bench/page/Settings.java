package io.github.gradcam.bench.page;

import io.github.gradcam.bench.page.results.JmhResult;
import io.github.gradcam.bench.page.results.Results;
import java.util.List;
import java.util.Optional;

/**
 * How JMH measured, benchmark by benchmark.
 *
 * @param results what it measured
 */
record Settings(Results results) {

  /** Nothing, where JMH measured nothing. */
  Optional<Table> table() {
    List<List<String>> rows =
        results.jmh().stream().map(Settings::row).distinct().sorted(Settings::order).toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Table(List.of("benchmark", "measured", "engine threads"), rows));
  }

  private static List<String> row(JmhResult result) {
    return List.of(result.question(), result.how(), result.parameter("engineThreads").orElse(""));
  }

  private static int order(List<String> one, List<String> other) {
    return String.join(" ", one).compareTo(String.join(" ", other));
  }
}
