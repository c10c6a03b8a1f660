package io.github.gradcam.bench.page;

import io.github.gradcam.bench.page.results.Host;
import java.util.List;

/** What was measured on, as a table. */
record Facts(Host host) {

  private static final String ENGINES = "engines ";

  Table table() {
    return new Table(
        List.of("", ""),
        host.facts().stream().map(fact -> List.of(named(fact.name()), fact.value())).toList());
  }

  private static String named(String key) {
    if (key.startsWith(ENGINES)) {
      return Names.of(key.substring(ENGINES.length()));
    }
    return key.equals("cpu") ? "CPU" : key;
  }
}
