package io.github.gradcam.tck.plain;

import io.github.gradcam.error.ClosedException;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.error.UnknownLayerException;
import io.github.gradcam.model.Capability;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelInfo;
import io.github.gradcam.model.OutputKind;
import io.github.gradcam.tck.FixtureNetwork;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** A network in plain Java: an oracle of its own, and the proof that the kit can be passed. */
final class PlainModel implements Model {

  private final Graph graph;
  private final Shape input;
  private final ModelInfo info;
  private volatile boolean closed;

  PlainModel(FixtureNetwork network, Shape input, ModelInfo info) {
    this.graph = Graphs.of(network);
    this.input = input;
    this.info = info;
  }

  @Override
  public ModelInfo info() {
    return info;
  }

  @Override
  public OutputKind outputKind() {
    return OutputKind.LOGITS;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.RESUME);
  }

  @Override
  public List<Layer> layers() {
    return layers(input);
  }

  @Override
  public List<Layer> layers(Shape shape) {
    requireOpen();
    Operation.require(shape.rank() == 3, "[C, H, W]", shape);
    return graph.layers(shape);
  }

  @Override
  public Tensor forward(Tensor batch) {
    try (Capture capture = capture(List.of(Layer.INPUT), batch)) {
      return capture.output();
    }
  }

  @Override
  public LayerHook hook(List<String> layers) {
    requireOpen();
    if (layers.isEmpty() || new HashSet<>(layers).size() != layers.size()) {
      throw new InvalidInputException("A hook needs layers, each once, but was given " + layers);
    }
    List<String> known = graph.names();
    for (String layer : layers) {
      if (!known.contains(layer)) {
        throw new UnknownLayerException(layer, known);
      }
    }
    List<String> kept = List.copyOf(layers);
    return new LayerHook() {
      @Override
      public List<String> layers() {
        return kept;
      }

      @Override
      public Capture forward(Tensor batch) {
        return capture(kept, batch);
      }
    };
  }

  private Capture capture(List<String> layers, Tensor batch) {
    requireOpen();
    Operation.require(batch.shape().rank() == 4, "[N, C, H, W]", batch.shape());
    Operation.require(batch.shape().length(0) > 0, "at least one image", batch.shape());
    Operation.require(batch.isFinite(), "finite numbers", "NaN or infinity");
    graph.layers(batch.shape().item());
    return new PlainCapture(
        graph,
        layers,
        IntStream.range(0, batch.shape().length(0))
            .mapToObj(i -> graph.run(Layer.INPUT, batch.item(i), Map.of()))
            .toList());
  }

  private void requireOpen() {
    if (closed) {
      throw new ClosedException("The model has been closed. Open it again.");
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
