package io.github.gradcam.bench;

import io.github.gradcam.Explanation;
import io.github.gradcam.tensor.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The bytes that heatmaps cannot do without, to hold the allocation of JMH's {@code -prof gc}
 * against: the input, the layer's activations, its gradients for each class, and the maps at the
 * input's size. An iteration's {@code calls}, and the {@code neededBytes} of all of them.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Needed {

  /** How many times something was explained. */
  public long calls;

  /** What that takes at least. */
  public long neededBytes;

  private final Map<String, Shape> layers = new HashMap<>();
  private Shape input;

  /**
   * Looks the layers up.
   *
   * @param subject the network
   */
  @Setup
  public void start(Subject subject) {
    input = subject.input();
    subject.model().layers(input).forEach(layer -> layers.put(layer.path(), layer.outputShape()));
  }

  /**
   * Counts a call.
   *
   * @param maps what it returned
   * @return the same
   */
  List<List<Explanation>> counted(List<List<Explanation>> maps) {
    calls++;
    for (List<Explanation> image : maps) {
      neededBytes += Float.BYTES * floats(image);
    }
    return maps;
  }

  private long floats(List<Explanation> image) {
    String path = image.get(0).provenance().layers().get(0);
    long layer = Objects.requireNonNull(layers.get(path), path).size();
    long map = (long) input.length(1) * input.length(2);
    return input.size() + layer + image.size() * (layer + map);
  }
}
