package io.github.gradcam.tf.internal.gradient;

import java.util.List;
import org.tensorflow.Output;

/**
 * The way back through a product with a matrix of weights that is too large for a processor's
 * cache. TensorFlow's node for single products reads it as fast as memory gives it for a few rows,
 * and two to three times slower for more; that for many products is the other way round.
 */
final class LargeProduct {

  /** Below this, in bytes, either is as good. */
  private static final long LARGE = 1 << 22;

  /** Up to so many rows the node for single products is the faster one. */
  private static final int FEW = 3;

  private final Emitter emit;

  LargeProduct(Emitter emit) {
    this.emit = emit;
  }

  /** Whether a matrix is such a one. */
  boolean isWith(Output<?> matrix) {
    return emit.isWeight(matrix) && Dimensions.bytes(matrix) >= LARGE;
  }

  /** Rows times the matrix, or times its transpose. */
  Output<?> of(Output<?> rows, Output<?> matrix, boolean turned) {
    long known = Dimensions.rank(rows) > 0 ? Dimensions.size(rows, 0) : Dimensions.UNKNOWN;
    if (known != Dimensions.UNKNOWN) {
      return known > FEW ? many(rows, matrix, turned) : few(rows, matrix, turned);
    }
    Output<?> count = emit.op("GatherV2", emit.shape(rows), emit.integer(0), emit.integer(0));
    NodeDraft ways = emit.node("Switch").with(rows, emit.op("Greater", count, emit.integer(FEW)));
    return emit.node("Merge")
        .withList(List.of(few(ways.make(0), matrix, turned), many(ways.make(1), matrix, turned)))
        .make();
  }

  private Output<?> few(Output<?> rows, Output<?> matrix, boolean turned) {
    return emit.node("MatMul")
        .with(rows, matrix)
        .attribute("transpose_a", false)
        .attribute("transpose_b", turned)
        .make();
  }

  private Output<?> many(Output<?> rows, Output<?> matrix, boolean turned) {
    return emit.node("BatchMatMulV2")
        .with(rows, matrix)
        .attribute("adj_x", false)
        .attribute("adj_y", turned)
        .make();
  }
}
