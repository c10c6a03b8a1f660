package io.github.gradcam.bench;

import io.github.gradcam.Models;
import io.github.gradcam.bench.network.NetworkFiles;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.nio.file.Path;
import java.util.Random;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Which network is measured, how it is opened, and a batch of noise for it, always the same. */
@State(Scope.Benchmark)
public class Choice {

  private static final long SEED = 20161007;

  /** Which backend opens it: {@code djl}, {@code tf} or {@code dl4j}. */
  @Param({"djl", "tf", "dl4j"})
  public String backend;

  /** Which of {@link NetworkFiles#names()}. */
  @Param({"embedded", "mobilenet_v2", "resnet50", "vgg16"})
  public String network;

  /** A user's own file, in the place of the network. */
  @Param("")
  public String model;

  /**
   * How many pixels the input has on a side, or {@code own}: as many as the network is made for.
   */
  @Param("own")
  public String size;

  /** How many images the batch has. */
  @Param("1")
  public int batch;

  /** {@code cpu} or {@code gpu}. */
  @Param("cpu")
  public String device;

  /** How many threads the engine may use for a pass, or {@code all}: one for each processor. */
  @Param(EngineThreads.ALL)
  public String engineThreads;

  private Path file;
  private Tensor noise;

  /** Makes the file, where it is missing, and the noise. */
  @Setup(Level.Trial)
  public void start() {
    file = model.isEmpty() ? Networks.kept().file(network, backend) : Path.of(model);
    noise = noise(input().batch(batch));
  }

  /** The network, open; the caller closes it. */
  Model open() {
    return Models.load(
        file,
        ModelOptions.builder()
            .backend(backend)
            .device(Processor.named(device).device())
            .threads(EngineThreads.parsed(engineThreads))
            .inputShape(input())
            .build());
  }

  /** The batch. */
  Tensor noise() {
    return noise;
  }

  /** The shape of one input. */
  Shape input() {
    int side = size.equals("own") ? ownSize() : Integer.parseInt(size);
    return Shape.of(3, side, side);
  }

  private int ownSize() {
    return model.isEmpty() && network.equals("embedded") ? 160 : 224;
  }

  private static Tensor noise(Shape shape) {
    Random random = new Random(SEED);
    return Tensor.written(
        shape,
        values -> {
          for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
          }
        });
  }
}
