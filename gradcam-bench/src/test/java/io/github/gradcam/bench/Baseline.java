package io.github.gradcam.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much each benchmark allocates for one call.
 *
 * @param bytes by benchmark and parameters
 */
record Baseline(Map<String, Long> bytes) {

  private static final String SEPARATOR = ",";

  /** How much of it more is allowed, and how much more whatever it is, for JMH's own. */
  private static final double GROWTH = 0.1;

  private static final long ALWAYS = 16 * 1024;

  /** The one that is kept with these tests. */
  static Baseline kept() throws IOException {
    try (InputStream in = Baseline.class.getResourceAsStream("allocation.csv")) {
      return read(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static Baseline read(String lines) {
    Map<String, Long> bytes = new TreeMap<>();
    for (String line : lines.lines().toList()) {
      int end = line.lastIndexOf(SEPARATOR);
      bytes.put(line.substring(0, end), Long.parseLong(line.substring(end + 1)));
    }
    return new Baseline(bytes);
  }

  void write(Path file) throws IOException {
    Files.writeString(
        file,
        new TreeMap<>(bytes)
            .entrySet().stream()
                .map(each -> each.getKey() + SEPARATOR + each.getValue() + "\n")
                .collect(Collectors.joining()));
  }

  /** What is amiss in a measurement, a sentence each. */
  List<String> complaints(Baseline measured) {
    List<String> complaints = new ArrayList<>();
    for (Map.Entry<String, Long> each : measured.bytes.entrySet()) {
      Long before = bytes.get(each.getKey());
      if (before == null) {
        complaints.add(each.getKey() + " is not in the baseline.");
      } else if (each.getValue() > allowed(before)) {
        complaints.add(grown(each.getKey(), before, each.getValue()));
      }
    }
    for (String name : bytes.keySet()) {
      if (!measured.bytes.containsKey(name)) {
        complaints.add(name + " is in the baseline, but was not measured.");
      }
    }
    return complaints;
  }

  private static long allowed(long before) {
    return Math.round(before * (1 + GROWTH)) + ALWAYS;
  }

  private static String grown(String name, long before, long now) {
    return String.format(
        Locale.ROOT,
        "%s allocates %,d bytes a call, %.0f %% more than %,d; up to %,d are allowed.",
        name,
        now,
        100.0 * (now - before) / before,
        before,
        allowed(before));
  }
}
