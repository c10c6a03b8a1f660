package io.github.gradcam.bench.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of Markdown.
 *
 * @param headers above the columns
 * @param rows as many cells each as there are headers
 */
record Table(List<String> headers, List<List<String>> rows) {

  private static final String NONE = "–";

  String markdown() {
    String rule = headers.stream().map(header -> "---").collect(Collectors.joining("|", "|", "|"));
    return Stream.concat(
            Stream.of(line(headers), rule), rows.stream().map(Table::filled).map(Table::line))
        .collect(Collectors.joining("\n"));
  }

  private static List<String> filled(List<String> row) {
    return row.stream().map(cell -> cell.isEmpty() ? NONE : cell).toList();
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
