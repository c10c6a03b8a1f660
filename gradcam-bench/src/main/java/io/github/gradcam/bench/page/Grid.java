package io.github.gradcam.bench.page;

import io.github.gradcam.bench.page.plot.Panel;
import io.github.gradcam.bench.page.plot.Series;
import io.github.gradcam.bench.page.results.Spread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Those who are compared side by side, row by row. Where a row has been measured twice, the later
 * one counts.
 *
 * @param headers what the names of the rows are
 * @param cells in the order of the rows
 */
record Grid(List<String> headers, List<Cell> cells) {

  boolean isEmpty() {
    return cells.isEmpty();
  }

  Table table(Function<Spread, String> format) {
    List<String> columns = columns();
    List<String> all = new ArrayList<>(headers);
    columns.forEach(who -> all.add(Names.of(who)));
    List<List<String>> rows = new ArrayList<>();
    byRow()
        .forEach(
            (names, values) -> {
              List<String> row = new ArrayList<>(names);
              for (String who : columns) {
                row.add(Optional.ofNullable(values.get(who)).map(format).orElse(""));
              }
              rows.add(row);
            });
    return new Table(all, rows);
  }

  /** A panel a network, whose categories are the second name of the rows. */
  List<Panel> panels() {
    return networks().stream().map(this::panel).toList();
  }

  private Panel panel(String network) {
    List<String> categories =
        byRow().keySet().stream()
            .filter(row -> row.get(0).equals(network))
            .map(row -> row.get(1))
            .distinct()
            .toList();
    List<Series> series = new ArrayList<>();
    for (String who : columns()) {
      List<Optional<Double>> values =
          categories.stream()
              .map(category -> Optional.ofNullable(row(network, category).get(who)))
              .map(value -> value.map(Spread::median))
              .toList();
      if (values.stream().anyMatch(Optional::isPresent)) {
        series.add(new Series(who, values));
      }
    }
    return new Panel(network, categories, series);
  }

  private Map<String, Spread> row(String network, String category) {
    return byRow().entrySet().stream()
        .filter(row -> row.getKey().get(0).equals(network) && row.getKey().get(1).equals(category))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(Map.of());
  }

  private List<String> networks() {
    return cells.stream().map(cell -> cell.row().get(0)).distinct().toList();
  }

  private List<String> columns() {
    return cells.stream()
        .map(Cell::who)
        .distinct()
        .sorted(Comparator.comparing(Names::order))
        .toList();
  }

  private Map<List<String>, Map<String, Spread>> byRow() {
    Map<List<String>, Map<String, Spread>> rows = new LinkedHashMap<>();
    for (Cell cell : cells) {
      rows.computeIfAbsent(cell.row(), row -> new HashMap<>()).put(cell.who(), cell.value());
    }
    return rows;
  }
}
