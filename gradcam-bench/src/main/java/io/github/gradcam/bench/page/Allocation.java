package io.github.gradcam.bench.page;

import io.github.gradcam.bench.page.results.JmhResult;
import io.github.gradcam.bench.page.results.Spread;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a call allocates on the heap against what it cannot do without. */
final class Allocation {

  private Allocation() {}

  /** Only of runs without forward passes in between, for those allocate, too. */
  static Optional<Spread> toNeeded(JmhResult result) {
    OptionalDouble allocated = result.allocation();
    OptionalDouble needed = result.needed();
    if (result.forwardSeconds().isPresent() || allocated.isEmpty() || needed.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Spread.of(List.of(allocated.getAsDouble() / needed.getAsDouble())));
  }
}
