package io.github.gradcam.tck.plain;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;

/** A linear layer with weights {@code [out, in]} over all numbers of its operand. */
record Linear(Tensor weight, Tensor bias) implements Operation {

  @Override
  public Shape shape(List<Shape> operands) {
    int inputs = weight.shape().length(1);
    Shape in = operands.get(0);
    Operation.require(in.size() == inputs, inputs + " numbers to the linear layer", in);
    return bias.shape();
  }

  @Override
  public Tensor forward(List<Tensor> operands) {
    float[] x = operands.get(0).toArray();
    double[] y = new double[bias.shape().size()];
    for (int c = 0; c < y.length; c++) {
      y[c] = bias.get(c);
      for (int i = 0; i < x.length; i++) {
        y[c] += (double) weight.get(c, i) * x[i];
      }
    }
    return Rounded.of(bias.shape(), y);
  }

  @Override
  public List<Tensor> backward(List<Tensor> operands, Tensor gradient) {
    double[] back = new double[operands.get(0).shape().size()];
    for (int c = 0; c < bias.shape().size(); c++) {
      for (int i = 0; i < back.length; i++) {
        back[i] += (double) weight.get(c, i) * gradient.get(c);
      }
    }
    return List.of(Rounded.of(operands.get(0).shape(), back));
  }
}
