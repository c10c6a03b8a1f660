package io.github.gradcam.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs every benchmark for a moment, in this JVM. Nothing is timed: how much a call allocates is
 * the same on every machine, or nearly, as long as no compiler removes allocations that it sees
 * through, which the second of HotSpot's does; so this JVM runs without it.
 */
@DisplayName("Every benchmark")
class AllocationIT {

  private static final Path TARGET = Path.of(System.getProperty("bench.target"));
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  /**
   * Runs, and is not compared: what threads of its own allocate is seen at times, and at times not.
   */
  private static final String OF_OTHER_THREADS = "ThroughputBenchmark";

  private static final List<String> TELLING =
      List.of("backend", "classes", "threads", "variations");

  @Test
  @DisplayName("runs with every backend, and allocates no more than it did")
  void allocation() throws Exception {
    Map<String, Long> bytes = new TreeMap<>();
    bytes.putAll(measured(networks()));
    bytes.putAll(measured(pictures()));
    Baseline measured = new Baseline(bytes);
    measured.write(TARGET.resolve("allocation.csv"));
    assertThat(Baseline.kept().complaints(measured))
        .as(
            "Look for what allocates more. If it is meant to, or a benchmark is new, this renews"
                + " the baseline: cp gradcam-bench/target/allocation.csv"
                + " gradcam-bench/src/test/resources/io/github/gradcam/bench/")
        .isEmpty();
  }

  private static ChainedOptionsBuilder networks() {
    return options("Heatmap|Capture|Throughput|Resume|ColdStart")
        .param("backend", "djl", "tf", "dl4j")
        .param("classes", "1", "5")
        .param("threads", "2")
        .param("variations", "8");
  }

  private static ChainedOptionsBuilder pictures() {
    return options("Render|Image").param("backend", "djl");
  }

  private static ChainedOptionsBuilder options(String names) {
    return new OptionsBuilder()
        .include("\\.(" + names + ")Benchmark\\.")
        .param("network", "embedded")
        .param("engineThreads", "1")
        .param("yardstick", "none")
        .forks(0)
        .warmupIterations(2)
        .warmupTime(TimeValue.milliseconds(100))
        .measurementIterations(3)
        .measurementTime(TimeValue.milliseconds(200))
        .shouldFailOnError(true)
        .addProfiler(GCProfiler.class);
  }

  private static Map<String, Long> measured(ChainedOptionsBuilder options) throws RunnerException {
    Collection<RunResult> results = new Runner(options.build()).run();
    return results.stream()
        .filter(result -> !OF_OTHER_THREADS.equals(question(result)))
        .collect(Collectors.toMap(AllocationIT::name, AllocationIT::bytes));
  }

  private static String question(RunResult result) {
    String[] words = result.getParams().getBenchmark().split("\\.");
    return words[words.length - 2];
  }

  private static long bytes(RunResult result) {
    return Math.round(result.getSecondaryResults().get(ALLOCATION).getScore());
  }

  private static String name(RunResult result) {
    BenchmarkParams params = result.getParams();
    String benchmark = params.getBenchmark();
    List<String> words = new ArrayList<>();
    words.add(benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1));
    for (String key : TELLING) {
      if (params.getParamsKeys().contains(key)) {
        words.add(key + "=" + params.getParam(key));
      }
    }
    return String.join(" ", words);
  }
}
