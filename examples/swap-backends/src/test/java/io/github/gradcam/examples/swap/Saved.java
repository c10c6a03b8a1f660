package io.github.gradcam.examples.swap;

import io.github.gradcam.model.Model;
import io.github.gradcam.spi.BackendProvider;
import io.github.gradcam.tck.ConformanceFixture;
import io.github.gradcam.tck.FixtureNetwork;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The kit's networks as a backend's own module keeps them.
 *
 * @param provider the backend
 * @param files where each network lies
 * @param layers what a layer is called there
 */
record Saved(
    BackendProvider provider, Function<FixtureNetwork, Path> files, UnaryOperator<String> layers)
    implements ConformanceFixture {

  @Override
  public Path file(FixtureNetwork network) {
    return files.apply(network);
  }

  @Override
  public String layer(FixtureNetwork network, String name) {
    return layers.apply(name);
  }

  /**
   * What the network makes of one image, which says less than what it holds: that is looked at
   * where the engine's own classes are known.
   */
  @Override
  public byte[] snapshot(Model model) {
    Tensor output = model.forward(Tensor.stack(List.of(image(network(model).input()))));
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * output.toArray().length);
    bytes.asFloatBuffer().put(output.toArray());
    return bytes.array();
  }

  private static FixtureNetwork network(Model model) {
    return Arrays.stream(FixtureNetwork.values())
        .filter(network -> model.info().name().startsWith(network.id()))
        .findFirst()
        .orElseThrow();
  }

  private static Tensor image(Shape shape) {
    float[] values = Tensor.zeros(shape).toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(i);
    }
    return Tensor.of(shape, values);
  }
}
