package io.github.gradcam.tck.plain;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;

/** The maximum of each 2×2; of equal ones the first, as PyTorch has it. */
record MaxPool() implements Operation {

  @Override
  public Shape shape(List<Shape> operands) {
    Shape in = operands.get(0);
    return Shape.of(in.length(0), in.length(1) / 2, in.length(2) / 2);
  }

  @Override
  public Tensor forward(List<Tensor> operands) {
    Tensor x = operands.get(0);
    float[] values = x.toArray();
    int[] largest = largest(x, values);
    float[] y = new float[largest.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = values[largest[i]];
    }
    return Tensor.of(shape(List.of(x.shape())), y);
  }

  @Override
  public List<Tensor> backward(List<Tensor> operands, Tensor gradient) {
    Tensor x = operands.get(0);
    float[] g = gradient.toArray();
    int[] largest = largest(x, x.toArray());
    float[] back = new float[x.shape().size()];
    for (int i = 0; i < g.length; i++) {
      back[largest[i]] += g[i];
    }
    return List.of(Tensor.of(x.shape(), back));
  }

  private int[] largest(Tensor x, float[] values) {
    Shape out = shape(List.of(x.shape()));
    int width = x.shape().length(2);
    int height = x.shape().length(1);
    int[] largest = new int[out.size()];
    for (int i = 0; i < largest.length; i++) {
      int column = i % out.length(2);
      int row = i / out.length(2) % out.length(1);
      int channel = i / out.length(2) / out.length(1);
      int corner = (channel * height + 2 * row) * width + 2 * column;
      largest[i] = corner;
      for (int other : new int[] {corner + 1, corner + width, corner + width + 1}) {
        if (values[other] > values[largest[i]]) {
          largest[i] = other;
        }
      }
    }
    return largest;
  }
}
