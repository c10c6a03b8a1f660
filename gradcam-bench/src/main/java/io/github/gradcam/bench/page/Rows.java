package io.github.gradcam.bench.page;

import io.github.gradcam.bench.page.results.JmhResult;
import io.github.gradcam.bench.page.results.Results;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A row a result, with its parameters: for whatever is not compared backend by backend.
 *
 * @param results JMH's
 * @param told which parameters say something about the question
 */
record Rows(List<JmhResult> results, Predicate<String> told) {

  private static final Set<String> IMAGES = Set.of("ImageBenchmark", "RenderBenchmark");

  /** What photos and pictures cost. */
  static Rows ofImages(Results results) {
    return of(results, result -> IMAGES.contains(result.question()), "photo"::equals);
  }

  /** What no section of the page knows. */
  static Rows ofOthers(Results results) {
    Set<String> known = new HashSet<>(IMAGES);
    Questions.all().forEach(question -> known.add(question.benchmark()));
    return of(results, result -> !known.contains(result.question()), parameter -> true);
  }

  private static Rows of(Results results, Predicate<JmhResult> which, Predicate<String> told) {
    return new Rows(
        results.jmh().stream().filter(which).sorted(Subjects.of(results).order()).toList(), told);
  }

  Optional<Shown> shown() {
    if (results.isEmpty()) {
      return Optional.empty();
    }
    List<List<String>> rows = new ArrayList<>();
    for (JmhResult result : results) {
      rows.add(
          List.of(
              result.question().replace("Benchmark", "") + ", " + result.method(),
              result.parameters().entrySet().stream()
                  .filter(parameter -> told.test(parameter.getKey()))
                  .map(parameter -> parameter.getKey() + " " + parameter.getValue())
                  .collect(Collectors.joining(", ")),
              Numbers.spread(result.seconds(), Numbers::milliseconds)));
    }
    Table table = new Table(List.of("what", "with", "milliseconds"), rows);
    return Optional.of(new Shown("", table.markdown(), List.of()));
  }
}
