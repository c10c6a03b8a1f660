package io.github.gradcam.bench.page.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A benchmark with one choice of its parameters, as JMH writes it.
 *
 * @param benchmark class and method
 * @param threads how many threads called
 * @param forks how many JVMs, one after the other
 * @param warmupIterations how often it was called for a while before it counted
 * @param warmupTime for how long each time
 * @param measurementIterations how often it was measured
 * @param measurementTime for how long each time
 * @param params its parameters
 * @param primaryMetric what was measured
 * @param secondaryMetrics what was counted beside it
 */
public record JmhResult(
    String benchmark,
    int threads,
    int forks,
    int warmupIterations,
    @Nullable String warmupTime,
    int measurementIterations,
    @Nullable String measurementTime,
    @Nullable Map<String, String> params,
    Metric primaryMetric,
    @Nullable Map<String, Metric> secondaryMetrics) {

  private static final String ALLOCATION = "gc.alloc.rate.norm";

  /** The rate of a call's maps, where a call is a round of many. */
  private static final String MAPS = "maps";

  private static final String PEAK = "peakMemory";

  /** The class without its package. */
  public String question() {
    String type = benchmark.substring(0, benchmark.lastIndexOf('.'));
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /** The method. */
  public String method() {
    return benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }

  /** All parameters that are not empty. */
  public Map<String, String> parameters() {
    Map<String, String> all = new TreeMap<>(params == null ? Map.of() : params);
    all.values().removeIf(String::isEmpty);
    return all;
  }

  /**
   * A parameter.
   *
   * @param name its name
   * @return its value, or nothing where it is empty or the benchmark has no such parameter
   */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters().get(name));
  }

  /**
   * A parameter that is a number.
   *
   * @param name its name
   * @return its value; 1 where the benchmark has no such parameter
   */
  public int number(String name) {
    return parameter(name).map(Integer::parseInt).orElse(1);
  }

  /** The seconds of a call. */
  public Spread seconds() {
    return Spread.of(primaryMetric.seconds());
  }

  /** Images a second, of all threads together. */
  public Spread imagesPerSecond() {
    // A rate is already that of all threads; a time is that of each.
    int together = number("batch") * (primaryMetric.isRate() ? 1 : threads);
    return secondary(MAPS)
        .map(rate -> Spread.of(rate.seconds()).in(seconds -> 1 / seconds))
        .orElseGet(() -> seconds().in(seconds -> together / seconds));
  }

  /** The seconds of the bare forward passes that alternated with the calls. */
  public Optional<Spread> forwardSeconds() {
    List<Double> each = perIteration("forwardNanos", "forwards");
    return each.isEmpty() ? Optional.empty() : Optional.of(Spread.of(each).in(n -> n * 1e-9));
  }

  /**
   * A call divided by the forward passes between the calls, iteration by iteration. Where a call is
   * a round of many images, an image divided by an image's.
   */
  public Optional<Spread> toForward() {
    List<Double> forward = perIteration("forwardNanos", "forwards");
    List<Double> calls = secondary(MAPS).orElse(primaryMetric).seconds();
    if (forward.isEmpty() || forward.size() != calls.size()) {
      return Optional.empty();
    }
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      ratios.add(calls.get(i) / (forward.get(i) * 1e-9));
    }
    return Optional.of(Spread.of(ratios));
  }

  /** Bytes that a call allocates on the heap, where {@code -prof gc} counted them. */
  public OptionalDouble allocation() {
    return secondary(ALLOCATION)
        .map(metric -> OptionalDouble.of(metric.score()))
        .orElse(OptionalDouble.empty());
  }

  /** The most memory that the process had, in MiB, where it was watched. */
  public Optional<Spread> peakMemory() {
    return secondary(PEAK).map(metric -> Spread.of(metric.values()));
  }

  /** How it was measured, in words. */
  public String how() {
    return forks
        + (forks == 1 ? " JVM, " : " JVMs, ")
        + times(warmupIterations, warmupTime, "to warm up")
        + ", "
        + times(measurementIterations, measurementTime, "measured");
  }

  private static String times(int iterations, @Nullable String time, String what) {
    return iterations + (time == null || iterations == 0 ? " " : " × " + time + " ") + what;
  }

  /** Bytes that a call cannot do without: input, activations, gradients and maps. */
  public OptionalDouble needed() {
    List<Double> each = perIteration("neededBytes", "calls");
    return each.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Spread.of(each).median());
  }

  private List<Double> perIteration(String counted, String counts) {
    Optional<Metric> above = secondary(counted);
    Optional<Metric> below = secondary(counts);
    if (above.isEmpty() || below.isEmpty()) {
      return List.of();
    }
    List<Double> sums = above.get().values();
    List<Double> numbers = below.get().values();
    List<Double> each = new ArrayList<>();
    for (int i = 0; i < Math.min(sums.size(), numbers.size()); i++) {
      if (numbers.get(i) > 0) {
        each.add(sums.get(i) / numbers.get(i));
      }
    }
    return each;
  }

  /** Older JMHs put a dot before what their profilers count. */
  private Optional<Metric> secondary(String name) {
    Map<String, Metric> all = secondaryMetrics == null ? Map.of() : secondaryMetrics;
    return Optional.ofNullable(all.get(name)).or(() -> Optional.ofNullable(all.get("·" + name)));
  }

  // Gson leaves out what the file leaves out.
  boolean isWhole() {
    return Stream.of(Optional.ofNullable(benchmark), Optional.ofNullable(primaryMetric))
            .allMatch(Optional::isPresent)
        && benchmark.indexOf('.') > 0
        && Optional.ofNullable(primaryMetric.scoreUnit()).isPresent();
  }
}
