package io.github.gradcam.dl4j.internal.rule;

import org.nd4j.linalg.api.blas.params.MMulTranspose;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Products of a few rows and a large matrix, as fully connected layers have them. What they cost is
 * reading the matrix, and of one row the engine's product of a matrix and a vector reads it three
 * times as fast as its product of two matrices.
 */
final class Rows {

  /** For so many rows, reading the matrix once for each is the faster way. */
  private static final int FEW = 4;

  private Rows() {}

  /**
   * {@code rows · matrix}.
   *
   * @param rows {@code [N, in]}
   * @param matrix {@code [in, out]}
   * @return {@code [N, out]}, an array of its own
   */
  static INDArray times(INDArray rows, INDArray matrix) {
    INDArray dense = MemoryOrder.dense(rows);
    if (rows.size(0) > FEW) {
      return dense.mmul(matrix);
    }
    INDArray product =
        Nd4j.createUninitialized(matrix.dataType(), new long[] {rows.size(0), matrix.size(1)}, 'c');
    INDArray transposed = matrix.transpose();
    for (int row = 0; row < rows.size(0); row++) {
      Nd4j.exec(
          new Mmul(
              transposed,
              vector(dense, row),
              vector(product, row),
              1,
              0,
              MMulTranspose.allFalse()));
    }
    return product;
  }

  private static INDArray vector(INDArray rows, int row) {
    return rows.getRow(row).reshape(rows.size(1));
  }
}
