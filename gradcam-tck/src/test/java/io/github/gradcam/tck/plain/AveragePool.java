package io.github.gradcam.tck.plain;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;

/** The mean of each channel, {@code [C, 1, 1]}. */
record AveragePool() implements Operation {

  @Override
  public Shape shape(List<Shape> operands) {
    return Shape.of(operands.get(0).length(0), 1, 1);
  }

  @Override
  public Tensor forward(List<Tensor> operands) {
    float[] x = operands.get(0).toArray();
    Shape shape = shape(List.of(operands.get(0).shape()));
    double[] y = new double[shape.size()];
    int places = x.length / y.length;
    for (int i = 0; i < x.length; i++) {
      y[i / places] += (double) x[i] / places;
    }
    return Rounded.of(shape, y);
  }

  @Override
  public List<Tensor> backward(List<Tensor> operands, Tensor gradient) {
    float[] g = gradient.toArray();
    double[] back = new double[operands.get(0).shape().size()];
    int places = back.length / g.length;
    for (int i = 0; i < back.length; i++) {
      back[i] = (double) g[i / places] / places;
    }
    return List.of(Rounded.of(operands.get(0).shape(), back));
  }
}
