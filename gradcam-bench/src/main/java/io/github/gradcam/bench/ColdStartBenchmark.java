package io.github.gradcam.bench;

import io.github.gradcam.Explanation;
import io.github.gradcam.GradCam;
import io.github.gradcam.target.Target;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long until the first map? From a file to a map in a JVM that has done nothing yet: the
 * engine's libraries, the network, the layer's choice, the pass. One call a fork.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ColdStartBenchmark {

  /**
   * Opens and explains.
   *
   * @param choice the file
   * @param afterwards the forward passes behind it
   * @return the map
   */
  @Benchmark
  public List<List<Explanation>> firstMap(Choice choice, Afterwards afterwards) {
    return GradCam.of(afterwards.kept(choice.open())).explain(choice.noise(), Target.predicted());
  }
}
