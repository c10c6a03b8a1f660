package io.github.gradcam.tck.plain;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;

/** Batch norm in evaluation mode: {@code (x − mean) / √(variance + ε) · weight + bias}. */
record BatchNorm(Tensor weight, Tensor bias, Tensor mean, Tensor variance) implements Operation {

  private static final double EPSILON = 1e-5;

  @Override
  public Shape shape(List<Shape> operands) {
    return operands.get(0);
  }

  @Override
  public Tensor forward(List<Tensor> operands) {
    Tensor x = operands.get(0);
    double[] y = scaled(x, mean);
    int places = places(x.shape());
    for (int i = 0; i < y.length; i++) {
      y[i] += bias.get(i / places);
    }
    return Rounded.of(x.shape(), y);
  }

  @Override
  public List<Tensor> backward(List<Tensor> operands, Tensor gradient) {
    return List.of(Rounded.of(gradient.shape(), scaled(gradient, Tensor.zeros(mean.shape()))));
  }

  private double[] scaled(Tensor tensor, Tensor less) {
    float[] values = tensor.toArray();
    double[] scaled = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int k = i / places(tensor.shape());
      double deviation = Math.sqrt(variance.get(k) + EPSILON);
      scaled[i] = ((double) values[i] - less.get(k)) / deviation * weight.get(k);
    }
    return scaled;
  }

  private static int places(Shape shape) {
    return shape.length(1) * shape.length(2);
  }
}
