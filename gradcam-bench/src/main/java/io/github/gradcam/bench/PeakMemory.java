package io.github.gradcam.bench;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The most memory that a fork ever had, engine, network and heap together, as {@code peakMemory}:
 * {@code -prof io.github.gradcam.bench.PeakMemory}. On Linux.
 */
public final class PeakMemory implements InternalProfiler {

  private static final String PEAK = "VmHWM:";

  /**
   * Made by JMH.
   *
   * @throws ProfilerException where the system tells nothing of it
   */
  public PeakMemory() throws ProfilerException {
    if (Proc.lines("self/status").stream().noneMatch(line -> line.startsWith(PEAK))) {
      throw new ProfilerException(
          "There is no " + PEAK + " in /proc/self/status: peaks of memory are measured on Linux.");
    }
  }

  @Override
  public String getDescription() {
    return "The peak of a fork's resident memory";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double mebibytes = kibibytes(Proc.lines("self/status")) / 1024.0;
    return List.of(new ScalarResult("peakMemory", mebibytes, "MiB", AggregationPolicy.MAX));
  }

  /** {@code VmHWM: 123456 kB}. */
  static long kibibytes(List<String> status) {
    return status.stream()
        .filter(line -> line.startsWith(PEAK))
        .map(line -> line.substring(PEAK.length()).replace("kB", "").strip())
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }
}
