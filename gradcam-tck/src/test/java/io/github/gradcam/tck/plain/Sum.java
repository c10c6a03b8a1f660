package io.github.gradcam.tck.plain;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;

/** The sum of its operands; of a single one, itself. */
record Sum() implements Operation {

  @Override
  public Shape shape(List<Shape> operands) {
    return operands.get(0);
  }

  @Override
  public Tensor forward(List<Tensor> operands) {
    float[] sum = operands.get(0).toArray();
    for (Tensor operand : operands.subList(1, operands.size())) {
      float[] values = operand.toArray();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += values[i];
      }
    }
    return Tensor.of(operands.get(0).shape(), sum);
  }

  @Override
  public List<Tensor> backward(List<Tensor> operands, Tensor gradient) {
    return operands.stream().map(operand -> gradient).toList();
  }
}
