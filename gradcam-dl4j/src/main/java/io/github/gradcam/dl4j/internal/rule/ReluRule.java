package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinearDerivative;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMin;
import org.nd4j.linalg.factory.Nd4j;

/**
 * {@code min(ceiling, x)} from the threshold on, and {@code min(ceiling, slope · (x − threshold))}
 * below it. The engine's own derivative takes a ceiling of zero for none.
 *
 * @param ceiling the largest result, infinite if there is none
 * @param threshold where the function begins to rise
 * @param slope how much it rises before that
 */
record ReluRule(double ceiling, double threshold, double slope) implements LayerRule {

  static ReluRule of(ActivationReLU function) {
    return new ReluRule(
        or(function.getMax(), Double.POSITIVE_INFINITY),
        or(function.getThreshold(), 0),
        or(function.getNegativeSlope(), 0));
  }

  private static double or(@Nullable Double given, double otherwise) {
    return given == null ? otherwise : given;
  }

  /** Whether it is the usual one. */
  boolean isPlain() {
    return ceiling == Double.POSITIVE_INFINITY && isRectifier();
  }

  private boolean isRectifier() {
    return threshold == 0 && slope == 0;
  }

  @Override
  public INDArray forward(List<INDArray> inputs) {
    MemoryOrder order = MemoryOrder.of(inputs.get(0));
    INDArray x = order.along(inputs.get(0));
    INDArray y = MemoryOrder.uninitialized(x);
    if (isRectifier()) {
      Nd4j.getExecutioner().exec(new RectifiedLinear(x, y));
    } else {
      INDArray above = above(x);
      y = x.sub(threshold).muli(slope).muli(above.rsub(1)).addi(above.muli(x));
    }
    if (ceiling != Double.POSITIVE_INFINITY) {
      Nd4j.getExecutioner().exec(new ScalarMin(y, null, y, ceiling));
    }
    return order.back(y);
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    MemoryOrder order = MemoryOrder.of(inputs.get(0));
    INDArray x = order.along(inputs.get(0));
    INDArray along = order.along(cotangent);
    INDArray result = MemoryOrder.uninitialized(x);
    if (isRectifier()) {
      Nd4j.getExecutioner().exec(new RectifiedLinearDerivative(x, along, result, 0));
    } else {
      result = above(x).muli(1 - slope).addi(slope).muli(along);
    }
    if (ceiling != Double.POSITIVE_INFINITY) {
      result.muli(order.along(output).lt(ceiling).castTo(x.dataType()));
    }
    return List.of(order.back(result));
  }

  private INDArray above(INDArray x) {
    return x.gte(threshold).castTo(x.dataType());
  }
}
