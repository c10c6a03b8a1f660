package io.github.gradcam.tck.plain;

import io.github.gradcam.error.ClosedException;
import io.github.gradcam.error.UnknownLayerException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of all steps, for each image. */
final class PlainCapture implements Capture {

  private final Graph graph;
  private final List<String> layers;
  private final List<Map<String, Tensor>> images;
  private boolean closed;

  PlainCapture(Graph graph, List<String> layers, List<Map<String, Tensor>> images) {
    this.graph = graph;
    this.layers = layers;
    this.images = images;
  }

  @Override
  public Tensor output() {
    requireOpen();
    return batch(images, graph.output());
  }

  @Override
  public Tensor activations(String layer) {
    requireHooked(layer);
    return batch(images, layer);
  }

  @Override
  public Map<String, Tensor> gradients(Tensor cotangent) {
    Shape expected = output().shape();
    Operation.require(cotangent.shape().equals(expected), expected.toString(), cotangent.shape());
    Operation.require(cotangent.isFinite(), "finite numbers", "NaN or infinity");
    List<Map<String, Tensor>> gradients = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      gradients.add(graph.back(images.get(i), cotangent.item(i)));
    }
    Map<String, Tensor> hooked = new LinkedHashMap<>();
    layers.forEach(layer -> hooked.put(layer, batch(gradients, layer)));
    return Collections.unmodifiableMap(hooked);
  }

  @Override
  public Capture resume(String layer, Tensor activations) {
    requireHooked(layer);
    Shape expected = Graph.value(images.get(0), layer).shape();
    Shape found = activations.shape();
    Operation.require(found.rank() == expected.rank() + 1, "a batch of " + expected, found);
    Operation.require(found.item().equals(expected), "a batch of " + expected, found);
    int count = found.length(0);
    Operation.require(
        count > 0 && (images.size() == 1 || count == images.size()),
        "as many as the pass has images",
        found);
    Operation.require(activations.isFinite(), "finite numbers", "NaN or infinity");
    List<Map<String, Tensor>> resumed = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      resumed.add(graph.run(layer, activations.item(i), images.get(i % images.size())));
    }
    return new PlainCapture(graph, List.of(layer), resumed);
  }

  private void requireHooked(String layer) {
    requireOpen();
    if (!layers.contains(layer)) {
      throw new UnknownLayerException(layer, layers);
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new ClosedException("The capture has been closed. Make a new pass.");
    }
  }

  private static Tensor batch(List<Map<String, Tensor>> images, String name) {
    return Tensor.stack(images.stream().map(values -> Graph.value(values, name)).toList());
  }

  @Override
  public void close() {
    closed = true;
  }
}
