package io.github.gradcam.bench.page;

import io.github.gradcam.bench.page.results.JmhResult;
import io.github.gradcam.bench.page.results.Results;
import io.github.gradcam.bench.page.results.Spread;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A question that JMH's results answer: a row for each network and each value of what changes, a
 * column for each backend.
 *
 * @param key the section of the template
 * @param benchmark the class that was run
 * @param changing what changes from row to row
 * @param which which of its results
 * @param value what of them
 * @param format how it is written
 * @param drawing how it is drawn
 */
record Question(
    String key,
    String benchmark,
    Changing changing,
    Predicate<JmhResult> which,
    Function<JmhResult, Optional<Spread>> value,
    DoubleFunction<String> format,
    Optional<Drawing> drawing) {

  /**
   * What changes from row to row.
   *
   * @param header its name
   * @param of its value
   * @param least how many values of a network it takes to say something
   */
  record Changing(String header, Function<JmhResult, String> of, int least) {

    static Changing parameter(String name, int least) {
      return new Changing(name, result -> result.parameter(name).orElse("1"), least);
    }

    /** Without the networks of which there are not enough values. */
    List<Cell> telling(List<Cell> cells) {
      Map<String, Set<String>> values =
          cells.stream()
              .collect(
                  Collectors.groupingBy(
                      cell -> cell.row().get(0),
                      Collectors.mapping(cell -> cell.row().get(1), Collectors.toSet())));
      return cells.stream()
          .filter(cell -> values.getOrDefault(cell.row().get(0), Set.of()).size() >= least)
          .toList();
    }
  }

  Optional<Shown> shown(Results results) {
    Grid grid = new Grid(List.of("network", changing.header()), changing.telling(cells(results)));
    if (grid.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Shown(
            "",
            grid.table(spread -> Numbers.spread(spread, format)).markdown(),
            drawing.map(it -> it.of(grid.panels())).stream().toList()));
  }

  private List<Cell> cells(Results results) {
    List<JmhResult> asked = results.asked(benchmark).stream().filter(which).toList();
    Subjects subjects = Subjects.of(asked);
    return asked.stream()
        .sorted(subjects.order())
        .flatMap(
            result ->
                value.apply(result).map(it -> cell(subjects.name(result), result, it)).stream())
        .toList();
  }

  private Cell cell(String name, JmhResult result, Spread spread) {
    return new Cell(List.of(name, changing.of().apply(result)), Subjects.backend(result), spread);
  }
}
