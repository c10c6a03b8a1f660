package io.github.gradcam.examples.vgg16.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values as RFC 4180 has them, with plain line ends. */
final class Csv {

  private Csv() {}

  /** A line with its end. */
  static String line(List<String> fields) {
    return fields.stream().map(Csv::field).collect(Collectors.joining(",")) + "\n";
  }

  private static String field(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** The fields of each line that ends; of a last one without an end, nothing. */
  static List<List<String>> lines(String text) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (quoted && text.startsWith("\"\"", at)) {
        field.append(c);
        at++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (quoted || (c != ',' && c != '\n')) {
        field.append(c);
      } else {
        line.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          lines.add(line);
          line = new ArrayList<>();
        }
      }
      at++;
    }
    return lines;
  }
}
