package io.github.gradcam.bench.page.plot;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * One of the plots side by side.
 *
 * @param title what it is about
 * @param categories from left to right
 * @param series what is compared
 */
public record Panel(String title, List<String> categories, List<Series> series) {

  double largest() {
    return values().max().orElse(0);
  }

  double smallest() {
    return values().min().orElse(0);
  }

  private DoubleStream values() {
    return series.stream()
        .flatMap(each -> each.values().stream())
        .flatMap(Optional::stream)
        .mapToDouble(Double::doubleValue);
  }
}
