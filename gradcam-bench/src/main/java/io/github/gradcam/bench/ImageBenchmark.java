package io.github.gradcam.bench;

import io.github.gradcam.image.Prepared;
import io.github.gradcam.image.Preprocessing;
import java.awt.image.BufferedImage;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** What does it cost to make a photo the network's input? The forward pass is there to compare. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ImageBenchmark {

  private static final Preprocessing PREPROCESSING = Preprocessing.torchvision();

  /**
   * A JPEG's bytes to its pixels.
   *
   * @param photograph the photo
   * @param yardstick the forward passes in between
   * @return the pixels
   */
  @Benchmark
  public BufferedImage decode(Photograph photograph, Yardstick yardstick) {
    return photograph.decoded();
  }

  /**
   * Its pixels to the network's input.
   *
   * @param photograph the photo
   * @param yardstick the forward passes in between
   * @return the input
   */
  @Benchmark
  public Prepared preprocess(Photograph photograph, Yardstick yardstick) {
    return PREPROCESSING.prepare(photograph.pixels());
  }
}
