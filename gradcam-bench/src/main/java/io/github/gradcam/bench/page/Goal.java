package io.github.gradcam.bench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A goal, and what was measured.
 *
 * @param question what is asked
 * @param network of which network
 * @param bound what it should be
 * @param measured what it is, by backend; those that were not measured are missing
 */
record Goal(String question, String network, Bound bound, Map<String, Double> measured) {

  List<String> row(List<String> backends) {
    List<String> row = new ArrayList<>(List.of(question, Names.of(network), bound.text()));
    for (String backend : backends) {
      row.add(Optional.ofNullable(measured.get(backend)).map(this::cell).orElse(""));
    }
    row.add(verdict());
    return row;
  }

  private String cell(double value) {
    String text = bound.format(value);
    return bound.isMetBy(value) ? text : "**" + text + "**";
  }

  private String verdict() {
    long met = measured.values().stream().filter(bound::isMetBy).count();
    if (measured.isEmpty()) {
      return "not measured";
    }
    if (met == measured.size()) {
      return "met";
    }
    return met == 0 ? "**missed**" : "**met by " + met + " of " + measured.size() + "**";
  }
}
