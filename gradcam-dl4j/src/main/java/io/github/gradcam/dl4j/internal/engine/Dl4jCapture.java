package io.github.gradcam.dl4j.internal.engine;

import io.github.gradcam.dl4j.internal.plan.Place;
import io.github.gradcam.error.ClosedException;
import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.error.UnknownLayerException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.spi.Requests;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One pass, with the arrays that the way back needs. */
final class Dl4jCapture implements Capture {

  private final Passes passes;
  private final Wiring wiring;
  private final Scope scope;
  private final Values values;
  private final Tensor images;
  private boolean closed;

  Dl4jCapture(Passes passes, Wiring wiring, Scope scope, Values values, Tensor images) {
    this.passes = passes;
    this.wiring = wiring;
    this.scope = scope;
    this.values = values;
    this.images = images;
  }

  @Override
  public Tensor output() {
    check();
    return read(passes.output());
  }

  @Override
  public Tensor activations(String layer) {
    check();
    return read(place(layer).value());
  }

  private Tensor read(int value) {
    try (Scope copies = passes.network().workspaces().open()) {
      return copies.within(() -> passes.read(values.get(value), value));
    }
  }

  @Override
  public Map<String, Tensor> gradients(Tensor cotangent) {
    return gradients(List.of(cotangent)).get(0);
  }

  @Override
  public List<Map<String, Tensor>> gradients(List<Tensor> cotangents) {
    check();
    Shape output = passes.shape(values, passes.output());
    cotangents.forEach(cotangent -> Requests.cotangent(cotangent, output));
    requireWays();
    WaysBack ways = new WaysBack(passes.network().plan(), values, wiring);
    int together = ways.atOnce();
    List<Map<String, Tensor>> gradients = new ArrayList<>();
    for (int from = 0; from < cotangents.size(); from += together) {
      gradients.addAll(
          back(ways, cotangents.subList(from, Math.min(from + together, cotangents.size()))));
    }
    return Collections.unmodifiableList(gradients);
  }

  private void requireWays() {
    for (Place layer : wiring.layers()) {
      if (!wiring.leadsTo(layer)) {
        throw new UnexplainableLayerException(
            layer.path(),
            "No gradient leads from the output to \""
                + layer.path()
                + "\": the output does not depend on it. Choose another layer.");
      }
    }
  }

  /** In memory of its own, so that any number of cotangents need no more than those together. */
  private List<Map<String, Tensor>> back(WaysBack ways, List<Tensor> cotangents) {
    try (Scope back = passes.network().workspaces().open()) {
      return back.within(
          () -> {
            List<@Nullable List<INDArray>> found =
                ways.of(
                    cotangents.stream()
                        .map(each -> passes.toEngine(each, passes.output()))
                        .toList());
            return IntStream.range(0, cotangents.size()).mapToObj(way -> read(found, way)).toList();
          });
    } catch (StepException failed) {
      throw EngineErrors.ofBackward(failed);
    } catch (OutOfMemoryError full) {
      throw EngineErrors.ofMemory(full);
    }
  }

  private Map<String, Tensor> read(List<@Nullable List<INDArray>> cotangents, int way) {
    Map<String, Tensor> gradients = new LinkedHashMap<>();
    for (Place layer : wiring.layers()) {
      List<INDArray> found = cotangents.get(layer.value());
      gradients.put(
          layer.path(),
          found == null
              ? Tensor.zeros(passes.shape(values, layer.value()))
              : passes.read(found.get(way), layer.value()));
    }
    return Collections.unmodifiableMap(gradients);
  }

  @Override
  public Capture resume(String layer, Tensor activations) {
    check();
    Place place = place(layer);
    Requests.activations(
        layer, activations, passes.shape(values, place.value()), images.shape().length(0));
    return passes.resume(place, images, values, activations);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      try {
        scope.close();
      } finally {
        passes.lifetime().done();
      }
    }
  }

  private Place place(String layer) {
    return wiring.layers().stream()
        .filter(place -> place.path().equals(layer))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownLayerException(
                    layer, wiring.layers().stream().map(Place::path).toList()));
  }

  private void check() {
    if (closed) {
      throw new ClosedException("The capture has been closed. Run another forward pass.");
    }
    passes.lifetime().check();
  }
}
