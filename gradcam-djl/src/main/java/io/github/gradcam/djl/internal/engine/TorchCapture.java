package io.github.gradcam.djl.internal.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.gradcam.djl.internal.rewrite.Address;
import io.github.gradcam.error.ClosedException;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.error.UnknownLayerException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Computation;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** One pass, with the arrays that the engine keeps for it. */
public final class TorchCapture implements Capture {

  private final Passing passes;
  private final NDManager manager;
  private final PassInput input;
  private final Pass pass;
  private final Computation computation;
  private boolean closed;

  /** What a pass has handed out, with the manager of its arrays, which it closes. */
  public TorchCapture(
      Passing passes, NDManager manager, PassInput input, Pass pass, Computation computation) {
    this.passes = passes;
    this.manager = manager;
    this.input = input;
    this.pass = pass;
    this.computation = computation;
  }

  @Override
  public Computation computation() {
    return computation;
  }

  @Override
  public Tensor output() {
    check();
    return Border.fromEngine(pass.score());
  }

  @Override
  public Tensor activations(String layer) {
    check();
    return Border.fromEngine(array(layer));
  }

  @Override
  public Map<String, Tensor> gradients(Tensor cotangent) {
    check();
    Shape wanted = Border.shapeOf(pass.score());
    if (!cotangent.shape().equals(wanted)) {
      throw new InvalidInputException(
          "The cotangent has the shape "
              + cotangent.shape()
              + ", but the output it belongs to has "
              + wanted
              + ".");
    }
    if (!cotangent.isFinite()) {
      throw new InvalidInputException("The cotangent holds NaN or infinity.");
    }
    return Entry.call(() -> new Backward(passes.network(), pass).gradients(cotangent));
  }

  @Override
  public Capture resume(String layer, Tensor activations) {
    check();
    Shape captured = Border.shapeOf(array(layer));
    Shape given = activations.shape();
    boolean fits =
        given.rank() == captured.rank()
            && given.rank() > 0
            && given.length(0) > 0
            && given.item().equals(captured.item())
            && (given.length(0) == captured.length(0) || input.items() == 1);
    if (!fits) {
      throw new InvalidInputException(
          "The activations have the shape "
              + given
              + ", but those of the layer \""
              + layer
              + "\" in this pass have "
              + captured
              + (input.items() == 1 ? "; only the number of items may be another." : "."));
    }
    if (!activations.isFinite()) {
      throw new InvalidInputException("The activations hold NaN or infinity.");
    }
    return Entry.call(() -> passes.resume(pass, address(layer), input, activations));
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      try {
        manager.close();
      } finally {
        passes.lifetime().done();
      }
    }
  }

  private NDArray array(String layer) {
    return pass.activations().get(pass.layers().indexOf(address(layer)));
  }

  private Address address(String layer) {
    List<String> names = pass.layers().stream().map(Address::text).toList();
    if (!names.contains(layer)) {
      throw new UnknownLayerException(layer, names);
    }
    return pass.layers().get(names.indexOf(layer));
  }

  private void check() {
    if (closed) {
      throw new ClosedException("The capture has been closed. Run another forward pass.");
    }
    passes.lifetime().check();
  }
}
