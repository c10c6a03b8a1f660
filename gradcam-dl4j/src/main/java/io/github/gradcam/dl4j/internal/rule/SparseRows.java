package io.github.gradcam.dl4j.internal.rule;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Products with cotangents that are mostly zero. A score is one of a thousand classes, and behind a
 * ReLU most units are silent: their weights need not be read, and reading weights is what a fully
 * connected layer costs.
 */
final class SparseRows {

  /** Of so many units one must be awake before all are read. */
  private static final int SPARSE = 2;

  /** Below so many weights nothing is gained. */
  private static final long SMALL = 1L << 16;

  private SparseRows() {}

  /**
   * {@code cotangent · weightsᵀ}.
   *
   * @param cotangent {@code [N, out]}
   * @param weights {@code [in, out]}
   * @return {@code [N, in]}
   */
  static INDArray timesTransposed(INDArray cotangent, INDArray weights) {
    if (cotangent.size(0) == 1 && weights.length() >= SMALL && weights.ordering() == 'f') {
      double[] values = cotangent.dup('c').data().asDouble();
      int awake = 0;
      for (double value : values) {
        awake += value == 0 ? 0 : 1;
      }
      if (awake * SPARSE < values.length) {
        return sum(values, weights);
      }
    }
    return MemoryOrder.dense(cotangent).mmul(weights.transpose());
  }

  private static INDArray sum(double[] values, INDArray weights) {
    INDArray sum = Nd4j.zeros(weights.dataType(), weights.size(0));
    for (int unit = 0; unit < values.length; unit++) {
      if (values[unit] != 0) {
        Nd4j.getBlasWrapper()
            .level1()
            .axpy(weights.size(0), values[unit], weights.getColumn(unit), sum);
      }
    }
    return sum.reshape(1, sum.length());
  }
}
