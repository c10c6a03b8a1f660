package io.github.gradcam.bench;

import io.github.gradcam.Explanation;
import io.github.gradcam.GradCam;
import io.github.gradcam.method.CamMethods;
import io.github.gradcam.target.Target;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What does a heatmap cost over the forward pass? From a batch to its maps, classes and all. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
public class HeatmapBenchmark {

  /** How many classes of each image are explained. */
  @Param("1")
  public int classes;

  /** The method's name. */
  @Param("grad-cam")
  public String method;

  private GradCam gradCam;
  private Target target;

  /**
   * Makes the explainer.
   *
   * @param subject the network
   */
  @Setup
  public void start(Subject subject) {
    gradCam = GradCam.builder(subject.model()).method(CamMethods.named(method)).build();
    target = Target.top(classes);
  }

  /**
   * Explains the batch.
   *
   * @param subject the network
   * @param yardstick the forward passes in between
   * @param needed what cannot be done without
   * @return the maps
   */
  @Benchmark
  public List<List<Explanation>> explain(Subject subject, Yardstick yardstick, Needed needed) {
    return needed.counted(gradCam.explain(subject.noise(), target));
  }
}
