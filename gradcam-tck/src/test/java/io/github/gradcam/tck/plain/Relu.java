package io.github.gradcam.tck.plain;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;

/** {@code max(0, x)}. */
record Relu() implements Operation {

  @Override
  public Shape shape(List<Shape> operands) {
    return operands.get(0);
  }

  @Override
  public Tensor forward(List<Tensor> operands) {
    float[] x = operands.get(0).toArray();
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.max(0, x[i]);
    }
    return Tensor.of(operands.get(0).shape(), x);
  }

  @Override
  public List<Tensor> backward(List<Tensor> operands, Tensor gradient) {
    float[] x = operands.get(0).toArray();
    float[] g = gradient.toArray();
    for (int i = 0; i < x.length; i++) {
      g[i] = x[i] > 0 ? g[i] : 0;
    }
    return List.of(Tensor.of(gradient.shape(), g));
  }
}
