package io.github.gradcam.bench;

import io.github.gradcam.Explanation;
import io.github.gradcam.GradCam;
import io.github.gradcam.Heatmap;
import io.github.gradcam.image.Picture;
import io.github.gradcam.image.PictureFormat;
import io.github.gradcam.image.Preprocessing;
import io.github.gradcam.image.Resize;
import io.github.gradcam.tensor.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
 * What does it cost to draw a map over its photo, at the photo's resolution? The forward pass is
 * there to compare.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RenderBenchmark {

  private Heatmap heatmap;
  private Picture picture;

  /**
   * Makes the map.
   *
   * @param subject the network
   * @param photograph the photo
   */
  @Setup
  public void start(Subject subject, Photograph photograph) {
    Shape input = subject.input();
    Preprocessing preprocessing =
        Preprocessing.torchvision().withResize(new Resize.Squash(input.length(2), input.length(1)));
    Explanation explanation =
        GradCam.builder(subject.model())
            .preprocessing(preprocessing)
            .build()
            .explain(photograph.pixels());
    heatmap = explanation.heatmap();
    picture = heatmap.overlay();
  }

  /**
   * The map to a picture: resized, coloured, laid over the photo.
   *
   * @param yardstick the forward passes in between
   * @return the picture
   */
  @Benchmark
  public Picture overlay(Yardstick yardstick) {
    return heatmap.overlay();
  }

  /**
   * The picture to the bytes of a PNG.
   *
   * @param yardstick the forward passes in between
   * @return the bytes
   * @throws IOException never
   */
  @Benchmark
  public byte[] png(Yardstick yardstick) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    picture.encode(PictureFormat.PNG, out);
    return out.toByteArray();
  }
}
