package io.github.gradcam.tck.plain;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A convolution with a kernel {@code [out, in, k, k]}. */
record Convolution(Tensor kernel, @Nullable Tensor bias, int stride, int zeros)
    implements Operation {

  @Override
  public Shape shape(List<Shape> operands) {
    Shape in = operands.get(0);
    Operation.require(in.rank() == 3, "[C, H, W]", in);
    int channels = kernel.shape().length(1);
    Operation.require(in.length(0) == channels, channels + " channels", in);
    int rows = places(in.length(1));
    int columns = places(in.length(2));
    Operation.require(rows > 0 && columns > 0, "an image as large as the kernel", in);
    return Shape.of(kernel.shape().length(0), rows, columns);
  }

  private int places(int length) {
    return length == 0 ? 0 : (length + 2 * zeros - kernel.shape().length(2)) / stride + 1;
  }

  @Override
  public Tensor forward(List<Tensor> operands) {
    Shape shape = shape(List.of(operands.get(0).shape()));
    float[] x = operands.get(0).toArray();
    float[] w = kernel.toArray();
    double[] y = new double[shape.size()];
    if (bias != null) {
      for (int i = 0; i < y.length; i++) {
        y[i] = bias.get(i / (shape.length(1) * shape.length(2)));
      }
    }
    pairs(
        operands.get(0).shape(),
        shape,
        (to, from, weight) -> y[to] += (double) x[from] * w[weight]);
    return Rounded.of(shape, y);
  }

  @Override
  public List<Tensor> backward(List<Tensor> operands, Tensor gradient) {
    Shape in = operands.get(0).shape();
    float[] g = gradient.toArray();
    float[] w = kernel.toArray();
    double[] back = new double[in.size()];
    pairs(in, gradient.shape(), (to, from, weight) -> back[from] += (double) g[to] * w[weight]);
    return List.of(Rounded.of(in, back));
  }

  /** Visits each product of the convolution: where it goes, and which two numbers it is made of. */
  private void pairs(Shape in, Shape out, Product product) {
    int size = kernel.shape().length(2);
    int weight = 0;
    for (int k = 0; k < out.length(0); k++) {
      for (int l = 0; l < in.length(0); l++) {
        for (int u = 0; u < size; u++) {
          for (int v = 0; v < size; v++, weight++) {
            for (int i = 0; i < out.length(1); i++) {
              int row = i * stride + u - zeros;
              if (row < 0 || row >= in.length(1)) {
                continue;
              }
              for (int j = 0; j < out.length(2); j++) {
                int column = j * stride + v - zeros;
                if (column >= 0 && column < in.length(2)) {
                  int to = (k * out.length(1) + i) * out.length(2) + j;
                  product.visit(to, (l * in.length(1) + row) * in.length(2) + column, weight);
                }
              }
            }
          }
        }
      }
    }
  }

  private interface Product {
    void visit(int to, int from, int weight);
  }
}
