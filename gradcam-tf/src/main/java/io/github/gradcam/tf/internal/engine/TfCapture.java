package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.error.ClosedException;
import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.error.UnknownLayerException;
import io.github.gradcam.error.UnsupportedOperationInModelException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Computation;
import io.github.gradcam.spi.Requests;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.tf.internal.gradient.UnsupportedGradientException;
import io.github.gradcam.tf.internal.layer.Address;
import java.util.List;
import java.util.Map;

/** One pass, with the tensors that the engine keeps for it. */
final class TfCapture implements Capture {

  private final Passes passes;
  private final Wiring wiring;
  private final Fetched fetched;
  private final Tensor images;
  private boolean closed;

  TfCapture(Passes passes, Wiring wiring, Fetched fetched, Tensor images) {
    this.passes = passes;
    this.wiring = wiring;
    this.fetched = fetched;
    this.images = images;
  }

  @Override
  public Tensor output() {
    check();
    return passes.read(fetched, passes.outputRef(), passes.network().output());
  }

  @Override
  public Tensor activations(String layer) {
    check();
    return passes.read(tensor(address(layer)), address(layer).tensor());
  }

  @Override
  public Computation computation() {
    return passes.network().computation();
  }

  @Override
  public Map<String, Tensor> gradients(Tensor cotangent) {
    check();
    require(cotangent);
    requireGradients();
    return backwards().one(cotangent);
  }

  @Override
  public List<Map<String, Tensor>> gradients(List<Tensor> cotangents) {
    check();
    cotangents.forEach(this::require);
    requireGradients();
    return backwards().several(cotangents);
  }

  Backwards backwards() {
    return new Backwards(passes, wiring, fetched, images.shape().length(0));
  }

  private void require(Tensor cotangent) {
    org.tensorflow.Tensor output = fetched.get(passes.network().output());
    Requests.cotangent(
        cotangent,
        Border.shapeOf(output, passes.turn(passes.outputRef(), output.shape().numDimensions())));
  }

  private void requireGradients() {
    UnsupportedGradientException refused = wiring.refused();
    if (refused != null) {
      throw new UnsupportedOperationInModelException(
          "The operation "
              + refused.operation()
              + " (\""
              + refused.name().replaceFirst("^net/", "")
              + "\") between the layer and the output has no gradient: "
              + refused.reason()
              + " Choose a layer behind it.",
          refused);
    }
    for (Address layer : wiring.layers()) {
      if (!wiring.gradients().containsKey(layer)) {
        throw new UnexplainableLayerException(
            layer.text(),
            "No gradient leads from the output to \""
                + layer.text()
                + "\": every way is cut, by rounding, by choosing a largest, or on purpose. Choose a"
                + " layer behind that.");
      }
    }
  }

  @Override
  public Capture resume(String layer, Tensor activations) {
    check();
    Address address = address(layer);
    org.tensorflow.Tensor captured = tensor(address);
    Requests.activations(
        layer,
        activations,
        Border.shapeOf(captured, passes.turn(address.tensor(), captured.shape().numDimensions())),
        images.shape().length(0));
    return passes.resume(address, images, activations);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      try {
        fetched.close();
      } finally {
        passes.lifetime().done();
      }
    }
  }

  private org.tensorflow.Tensor tensor(Address address) {
    return fetched.get(passes.network().tensor(address.tensor()));
  }

  private Address address(String layer) {
    List<String> names = wiring.layers().stream().map(Address::text).toList();
    int at = names.indexOf(layer);
    if (at < 0) {
      throw new UnknownLayerException(layer, names);
    }
    return wiring.layers().get(at);
  }

  private void check() {
    if (closed) {
      throw new ClosedException("The capture has been closed. Run another forward pass.");
    }
    passes.lifetime().check();
  }
}
