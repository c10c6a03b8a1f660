package io.github.gradcam.bench.side;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

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
    rounds(measured, work).forEach((name, times) -> medians.put(name, median(times)));
    return medians;
  }

  private Map<String, LongStream.Builder> rounds(Budget budget, Map<String, Runnable> work) {
    Map<String, LongStream.Builder> times = new LinkedHashMap<>();
    work.keySet().forEach(name -> times.put(name, LongStream.builder()));
    long start = clock.getAsLong();
    for (int done = 0; budget.allows(done, clock.getAsLong() - start); done++) {
      work.forEach(
          (name, task) -> {
            long before = clock.getAsLong();
            task.run();
            times.computeIfAbsent(name, n -> LongStream.builder()).add(clock.getAsLong() - before);
          });
    }
    return times;
  }

  private static double median(LongStream.Builder times) {
    long[] sorted = times.build().sorted().toArray();
    int middle = sorted.length / 2;
    double nanos =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    return nanos / TimeUnit.SECONDS.toNanos(1);
  }
}
