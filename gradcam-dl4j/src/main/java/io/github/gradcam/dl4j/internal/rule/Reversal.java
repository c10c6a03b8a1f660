package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A series of time, {@code [N, C, T]}, backwards. */
record Reversal() implements LayerRule {

  private static final int TIME = 2;

  @Override
  public INDArray forward(List<INDArray> inputs) {
    return backwards(inputs.get(0));
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    return List.of(backwards(cotangent));
  }

  private static INDArray backwards(INDArray array) {
    INDArray result = Nd4j.createUninitialized(array.dataType(), array.shape(), 'c');
    long last = array.size(TIME) - 1;
    for (long step = 0; step <= last; step++) {
      new Slice(TIME, last - step, last - step + 1)
          .of(result)
          .assign(new Slice(TIME, step, step + 1).of(array));
    }
    return result;
  }
}
