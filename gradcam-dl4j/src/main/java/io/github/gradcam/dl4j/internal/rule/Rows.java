package io.github.gradcam.dl4j.internal.rule;

import java.util.List;
import org.nd4j.linalg.api.blas.params.MMulTranspose;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Products of a few rows and a large matrix, as fully connected layers have them. What they cost is
 * reading the matrix. The operation for which the engine has oneDNN reads it where it lies; {@link
 * INDArray#mmul}, which is the product of a BLAS, copies all of it first.
 */
final class Rows {

  private static final Operation PRODUCT = new Operation("matmul", List.of());

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
    return rows.size(0) == 1
        ? row(dense, matrix)
        : PRODUCT.run(List.of(dense, matrix), rows.size(0), matrix.size(1));
  }

  /** As a matrix and a vector: without oneDNN, too, that copies nothing. */
  private static INDArray row(INDArray row, INDArray matrix) {
    INDArray product =
        Nd4j.createUninitialized(matrix.dataType(), new long[] {1, matrix.size(1)}, 'c');
    Nd4j.exec(
        new Mmul(matrix.transpose(), vector(row), vector(product), 1, 0, MMulTranspose.allFalse()));
    return product;
  }

  private static INDArray vector(INDArray row) {
    return row.reshape(row.size(1));
  }
}
