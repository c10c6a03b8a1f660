package io.github.gradcam.tck.broken;

import io.github.gradcam.model.Capture;
import io.github.gradcam.tensor.Tensor;
import java.util.Map;

/** A capture that does what a right one does, until a mistake overrides a method. */
class BrokenCapture implements Capture {

  final Capture right;

  BrokenCapture(Capture right) {
    this.right = right;
  }

  @Override
  public Tensor output() {
    return right.output();
  }

  @Override
  public Tensor activations(String layer) {
    return right.activations(layer);
  }

  @Override
  public Map<String, Tensor> gradients(Tensor cotangent) {
    return right.gradients(cotangent);
  }

  @Override
  public Capture resume(String layer, Tensor activations) {
    return right.resume(layer, activations);
  }

  @Override
  public void close() {
    right.close();
  }
}
