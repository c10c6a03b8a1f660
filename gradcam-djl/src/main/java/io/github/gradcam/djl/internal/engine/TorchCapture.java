package io.github.gradcam.djl.internal.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.gradcam.djl.internal.rewrite.Address;
import io.github.gradcam.error.ClosedException;
import io.github.gradcam.error.UnknownLayerException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Computation;
import io.github.gradcam.spi.Requests;
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
    Requests.cotangent(cotangent, Border.shapeOf(pass.score()));
    return Entry.call(() -> new Backward(passes.network(), pass).gradients(cotangent));
  }

  @Override
  public Capture resume(String layer, Tensor activations) {
    check();
    Requests.activations(layer, activations, Border.shapeOf(array(layer)), input.items());
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
