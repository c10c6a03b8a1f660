package io.github.gradcam.bench;

import io.github.gradcam.model.Capture;
import io.github.gradcam.tensor.Tensor;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Where does the time of a heatmap go: the pass, the layer's activations, the way back? */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
public class CaptureBenchmark {

  /**
   * The bare pass. It is its own yardstick: how far from 1 its ratio is, is how far to trust the
   * others.
   *
   * @param subject the network
   * @param yardstick the forward passes in between
   * @return the output
   */
  @Benchmark
  public Tensor forward(Subject subject, Yardstick yardstick) {
    return subject.model().forward(subject.noise());
  }

  /**
   * The pass with its layer's activations.
   *
   * @param subject the network
   * @param captured the layer
   * @param yardstick the forward passes in between
   * @return the activations
   */
  @Benchmark
  public Tensor hook(Subject subject, Captured captured, Yardstick yardstick) {
    try (Capture capture = captured.hook().forward(subject.noise())) {
      return capture.activations(captured.layer());
    }
  }

  /**
   * The pass and the way back of one class an image.
   *
   * @param subject the network
   * @param captured the layer
   * @param yardstick the forward passes in between
   * @return the gradients
   */
  @Benchmark
  public Map<String, Tensor> gradients(Subject subject, Captured captured, Yardstick yardstick) {
    try (Capture capture = captured.hook().forward(subject.noise())) {
      return capture.gradients(captured.cotangent());
    }
  }
}
