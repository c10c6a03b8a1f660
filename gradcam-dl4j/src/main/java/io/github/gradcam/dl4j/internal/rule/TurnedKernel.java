package io.github.gradcam.dl4j.internal.rule;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A convolution's weights with input and output exchanged and every kernel turned round: a
 * convolution with these is the way back through one that moves place by place. The engine's own
 * operation for that takes four times as long as a convolution.
 *
 * <p>Made at the first use and kept, because most layers are never gone back through. Safe for any
 * number of threads.
 */
final class TurnedKernel {

  private final INDArray weights;
  private volatile @Nullable INDArray turned;

  /**
   * Of weights.
   *
   * @param weights {@code [out, in, kH, kW]}
   */
  TurnedKernel(INDArray weights) {
    this.weights = weights;
  }

  /** The weights turned round, {@code [in, out, kH, kW]}. */
  INDArray get() {
    INDArray known = turned;
    return known == null ? made() : known;
  }

  private synchronized INDArray made() {
    INDArray known = turned;
    if (known == null) {
      // It outlives the pass that asks first.
      try (MemoryWorkspace none = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
        known = turn(weights.permute(1, 0, 2, 3));
      }
      turned = known;
    }
    return known;
  }

  private static INDArray turn(INDArray kernel) {
    INDArray result = Nd4j.createUninitialized(kernel.dataType(), kernel.shape(), 'c');
    for (long row = 0; row < kernel.size(2); row++) {
      for (long column = 0; column < kernel.size(3); column++) {
        place(result, kernel.size(2) - 1 - row, kernel.size(3) - 1 - column)
            .assign(place(kernel, row, column));
      }
    }
    return result;
  }

  private static INDArray place(INDArray kernel, long row, long column) {
    return kernel.get(
        NDArrayIndex.all(),
        NDArrayIndex.all(),
        NDArrayIndex.point(row),
        NDArrayIndex.point(column));
  }
}
