package io.github.gradcam.bench.page;

import io.github.gradcam.bench.page.results.JmhResult;
import io.github.gradcam.bench.page.results.Results;
import io.github.gradcam.bench.page.results.Spread;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Single numbers of JMH's results, for the goals: on the CPU, of one image, usual size. */
record JmhFigures(Results results) {

  OptionalDouble toForward(String network, String backend, int classes) {
    return last(heatmaps(network, backend, classes), JmhResult::toForward);
  }

  OptionalDouble allocation(String network, String backend) {
    return last(heatmaps(network, backend, 1), Allocation::toNeeded);
  }

  /**
   * Maps a second of four threads on one model, divided by those of the best number of threads, of
   * callers and of the engine.
   */
  OptionalDouble fourThreads(String network, String backend) {
    OptionalDouble four =
        crowds(network, backend)
            .filter(result -> result.number("threads") == 4)
            .mapToDouble(JmhFigures::rate)
            .max();
    double best = crowds(network, backend).mapToDouble(JmhFigures::rate).max().orElse(0);
    return four.isPresent() ? OptionalDouble.of(four.getAsDouble() / best) : four;
  }

  private static double rate(JmhResult result) {
    return result.imagesPerSecond().median();
  }

  private Stream<JmhResult> heatmaps(String network, String backend, int classes) {
    return results.asked("HeatmapBenchmark").stream()
        .filter(of(network, backend))
        .filter(Subjects::isGradCam)
        .filter(result -> result.number("classes") == classes);
  }

  private Stream<JmhResult> crowds(String network, String backend) {
    return results.asked("ThroughputBenchmark").stream()
        .filter(result -> Subjects.isOfOne(result, network))
        .filter(result -> Subjects.backend(result).equals(backend));
  }

  private Predicate<JmhResult> of(String network, String backend) {
    Subjects subjects = Subjects.of(results);
    return result -> subjects.isUsual(result, network) && Subjects.backend(result).equals(backend);
  }

  /** The later of two runs counts, as in the tables. */
  private static OptionalDouble last(
      Stream<JmhResult> results, Function<JmhResult, Optional<Spread>> value) {
    return results
        .flatMap(result -> value.apply(result).stream())
        .mapToDouble(Spread::median)
        .reduce((earlier, later) -> later);
  }
}
