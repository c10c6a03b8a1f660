package io.github.gradcam.bench;

import io.github.gradcam.model.Capture;
import io.github.gradcam.tensor.Tensor;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What will methods without gradients cost, which run the network again behind the layer, once for
 * each channel or place? Many variations of one image's activations at once.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
public class ResumeBenchmark {

  /** How many variations go through the rest of the network at once. */
  @Param({"1", "8", "32"})
  public int variations;

  private Capture capture;
  private String layer;
  private Tensor changed;

  /**
   * Passes the image, and leaves out another channel in each variation.
   *
   * @param subject the network
   * @param captured the layer
   */
  @Setup
  public void start(Subject subject, Captured captured) {
    int images = subject.noise().shape().length(0);
    if (images != 1) {
      throw new IllegalArgumentException(
          "Variations are of one image, but the batch has "
              + images
              + ". Say -p batch=1, and how many variations with -p variations=…");
    }
    capture = captured.hook().forward(subject.noise());
    layer = captured.layer();
    Tensor activations = capture.activations(layer).item(0);
    changed =
        Tensor.stack(
            IntStream.range(0, variations).mapToObj(i -> without(activations, i)).toList());
  }

  private static Tensor without(Tensor activations, int part) {
    int size = activations.shape().item().size();
    return Tensor.written(
        activations.shape(),
        values -> {
          activations.toBuffer().get(values);
          int from = part % activations.shape().length(0) * size;
          Arrays.fill(values, from, from + size, 0);
        });
  }

  /** Lets go of the pass. */
  @TearDown
  public void stop() {
    capture.close();
  }

  /**
   * Runs what lies behind the layer.
   *
   * @param yardstick the forward passes in between
   * @return the output for each variation
   */
  @Benchmark
  public Tensor resume(Yardstick yardstick) {
    try (Capture resumed = capture.resume(layer, changed)) {
      return resumed.output();
    }
  }
}
