package io.github.gradcam;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Which artifact brings which format: read from a resource, so that no code names an engine. */
final class KnownBackends {

  private static final String SEPARATOR = " \\| ";

  private KnownBackends() {}

  /** What to do without a backend. */
  static String advice() {
    return "Add the dependencies that open your file: " + listed() + ".";
  }

  /** Which backends there are at all. */
  static String sentence() {
    return "gradcam has backends for: " + listed() + ".";
  }

  /** Every backend, a line each. */
  static List<KnownBackend> all() {
    try (InputStream in = KnownBackends.class.getResourceAsStream("backends.txt")) {
      String lines =
          new String(
              Objects.requireNonNull(in, "backends.txt is missing from the jar").readAllBytes(),
              StandardCharsets.UTF_8);
      return lines.lines().map(KnownBackends::parsed).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KnownBackend parsed(String line) {
    String[] fields = line.split(SEPARATOR);
    return new KnownBackend(fields[0], fields[1], fields[2], fields[3]);
  }

  /** What to add for each backend, and what it opens. */
  private static String listed() {
    return all().stream()
        .map(
            backend ->
                backend.artifact()
                    + " and, with the classifier of your system, "
                    + backend.natives()
                    + " ("
                    + backend.opens()
                    + ")")
        .collect(Collectors.joining("; "));
  }
}
