package io.github.gradcam.dl4j.internal.engine;

import io.github.gradcam.dl4j.internal.plan.Place;
import io.github.gradcam.error.ClosedException;
import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.error.UnknownLayerException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.spi.Requests;
import io.github.gradcam.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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
    check();
    Requests.cotangent(cotangent, passes.shape(values, passes.output()));
    for (Place layer : wiring.layers()) {
      if (!wiring.leadsTo(layer)) {
        throw new UnexplainableLayerException(
            layer.path(),
            "No gradient leads from the output to \""
                + layer.path()
                + "\": the output does not depend on it. Choose another layer.");
      }
    }
    // Memory of its own, so that any number of cotangents need no more than one.
    try (Scope back = passes.network().workspaces().open()) {
      return back.within(
          () -> read(values.back(wiring, passes.toEngine(cotangent, passes.output()))));
    } catch (StepException failed) {
      throw EngineErrors.ofBackward(failed);
    } catch (OutOfMemoryError full) {
      throw EngineErrors.ofMemory(full);
    }
  }

  private Map<String, Tensor> read(@Nullable INDArray[] cotangents) {
    Map<String, Tensor> gradients = new LinkedHashMap<>();
    for (Place layer : wiring.layers()) {
      INDArray cotangent = cotangents[layer.value()];
      gradients.put(
          layer.path(),
          cotangent == null
              ? Tensor.zeros(passes.shape(values, layer.value()))
              : passes.read(cotangent, layer.value()));
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
