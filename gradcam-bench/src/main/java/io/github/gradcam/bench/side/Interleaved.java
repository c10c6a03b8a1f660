package io.github.gradcam.bench.side;

import io.github.gradcam.bench.page.results.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Measures several things in turn, so that what disturbs the machine disturbs them alike.
 *
 * @param warmUp what does not count
 * @param measured what does
 * @param clock in nanoseconds
 */
record Interleaved(Budget warmUp, Budget measured, LongSupplier clock) {

  /** The median of each in seconds. */
  Map<String, Double> medians(Map<String, Runnable> work) {
    rounds(warmUp, work);
    Map<String, Double> medians = new LinkedHashMap<>();
    rounds(measured, work)
        .forEach(
            (name, times) ->
                medians.put(name, Spread.of(times).median() / TimeUnit.SECONDS.toNanos(1)));
    return medians;
  }

  private Map<String, List<Double>> rounds(Budget budget, Map<String, Runnable> work) {
    Map<String, List<Double>> times = new LinkedHashMap<>();
    work.keySet().forEach(name -> times.put(name, new ArrayList<>()));
    long start = clock.getAsLong();
    for (int done = 0; budget.allows(done, clock.getAsLong() - start); done++) {
      work.forEach(
          (name, task) -> {
            long before = clock.getAsLong();
            task.run();
            times
                .computeIfAbsent(name, n -> new ArrayList<>())
                .add((double) (clock.getAsLong() - before));
          });
    }
    return times;
  }
}
