package io.github.gradcam.bench;

import io.github.gradcam.Explanation;
import io.github.gradcam.GradCam;
import io.github.gradcam.target.Target;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many maps a second, if several threads share one model? Here an operation is a round of all
 * threads; {@code maps} counts what came of it. JMH's own threads are no parameter of its results,
 * so these are others.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
public class ThroughputBenchmark {

  private GradCam gradCam;

  /**
   * Makes the explainer.
   *
   * @param subject the network
   */
  @Setup
  public void start(Subject subject) {
    gradCam = GradCam.of(subject.model());
  }

  /**
   * A round of maps, the predicted class of each image.
   *
   * @param subject the network
   * @param crowd the threads
   * @param yardstick the rounds of forward passes in between
   * @param maps counts
   * @return the maps
   * @throws InterruptedException if this thread is interrupted
   * @throws ExecutionException if a map failed
   */
  @Benchmark
  public List<List<List<List<Explanation>>>> explain(
      Subject subject, Crowd crowd, CrowdYardstick yardstick, Maps maps)
      throws InterruptedException, ExecutionException {
    maps.maps += crowd.images(subject);
    return crowd.round(() -> gradCam.explain(subject.noise(), Target.predicted()));
  }
}
