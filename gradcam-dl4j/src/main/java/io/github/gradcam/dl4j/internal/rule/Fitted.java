package io.github.gradcam.dl4j.internal.rule;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution whose grid is first brought to exactly what the kernel covers, because the engine
 * is not right about all ways of padding.
 *
 * @param convolution without padding
 * @param windows how the kernel moves along each axis, with the padding
 */
record Fitted(Convolution convolution, List<Window> windows) implements Convolution {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray grid = inputs.get(0);
    return convolution.forward(
        List.of(MemoryOrder.dense(edges(grid.shape()).forward(List.of(grid)))));
  }

  @Override
  public INDArray transposed(INDArray cotangent, long... shape) {
    Edges edges = edges(shape);
    long[] fitted = shape.clone();
    for (int axis = 0; axis < shape.length; axis++) {
      fitted[axis] += edges.before().get(axis) + edges.after().get(axis);
    }
    return MemoryOrder.dense(edges.back(convolution.transposed(cotangent, fitted)));
  }

  private Edges edges(long... shape) {
    List<Long> before = new ArrayList<>(List.of(0L));
    List<Long> after = new ArrayList<>(List.of(0L));
    for (int axis = 0; axis < windows.size(); axis++) {
      before.add(windows.get(axis).before(shape[axis + 1]));
      after.add(windows.get(axis).after(shape[axis + 1]));
    }
    before.add(0L);
    after.add(0L);
    return new Edges(before, after);
  }
}
