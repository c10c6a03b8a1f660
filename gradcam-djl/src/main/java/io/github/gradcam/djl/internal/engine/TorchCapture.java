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
import java.util.Optional;

/** One pass, with the arrays that the engine keeps for it. */
public final class TorchCapture implements Capture {

  private final Passing passes;
  private final NDManager manager;
  private final PassInput input;
  private final Pass pass;
  private final Computation computation;
  private final WaysBack waysBack;
  private boolean closed;

  /** What a pass has handed out, with the manager of its arrays, which it closes. */
  public TorchCapture(
      Passing passes,
      NDManager manager,
      PassInput input,
      Pass pass,
      Computation computation,
      WaysBack waysBack) {
    this.passes = passes;
    this.manager = manager;
    this.input = input;
    this.pass = pass;
    this.computation = computation;
    this.waysBack = waysBack;
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
  public List<Map<String, Tensor>> gradients(List<Tensor> cotangents) {
    check();
    cotangents.forEach(cotangent -> Requests.cotangent(cotangent, Border.shapeOf(pass.score())));
    Optional<List<Map<String, Tensor>>> together =
        waysBack == WaysBack.AT_ONCE && cotangents.size() > 1
            ? Entry.call(() -> new Backward(passes.network(), pass).atOnce(cotangents))
            : Optional.empty();
    return together.orElseGet(() -> Capture.super.gradients(cotangents));
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
