package io.github.gradcam.tf.internal.gradient;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tensorflow.Output;

/** Products of matrices. */
final class Products {

  static final Map<String, Vjp> ALL =
      Map.ofEntries(
          entry("MatMul", Products::single),
          entry("BatchMatMul", Products::batch),
          entry("BatchMatMulV2", Products::broadcast),
          entry("BatchMatMulV3", Products::broadcast),
          entry("Einsum", (step, input) -> Equation.of(step).cotangent(step, input)));

  /**
   * Multiplies two matrices.
   *
   * @param type the type of the operation
   * @param first the name of its flag that transposes the first one
   * @param second the name of its flag that transposes the second one
   */
  private record Product(String type, String first, String second) {

    /** The cotangent at an input: dy·bᵀ or aᵀ·dy, transposed as the input is. */
    Output<?> cotangent(Step step, int input) {
      boolean isFirst = step.flag(first);
      boolean isSecond = step.flag(second);
      Output<?> a = step.x(0);
      Output<?> b = step.x(1);
      Output<?> dy = step.dy();
      if (input == 0) {
        return isFirst ? make(step, b, dy, isSecond, true) : make(step, dy, b, false, !isSecond);
      }
      return isSecond ? make(step, dy, a, true, isFirst) : make(step, a, dy, !isFirst, false);
    }

    private Output<?> make(
        Step step, Output<?> left, Output<?> right, boolean turnLeft, boolean turnRight) {
      return step.emit()
          .node(type)
          .with(left, right)
          .attribute(first, turnLeft)
          .attribute(second, turnRight)
          .make();
    }
  }

  private Products() {}

  private static Output<?> single(Step step, int input) {
    LargeProduct large = new LargeProduct(step.emit());
    if (input == 0 && !step.flag("transpose_a") && large.isWith(step.x(1))) {
      return large.of(step.dy(), step.x(1), !step.flag("transpose_b"));
    }
    return new Product("MatMul", "transpose_a", "transpose_b").cotangent(step, input);
  }

  private static Output<?> batch(Step step, int input) {
    return new Product("BatchMatMulV2", "adj_x", "adj_y").cotangent(step, input);
  }

  private static Output<?> broadcast(Step step, int input) {
    if (!sameType(step)) {
      throw step.unsupported("its inputs and its output are of different types.");
    }
    Output<?> gradient = batch(step, input);
    Output<?> x = step.x(input);
    if (Dimensions.rank(x) == 2 && Dimensions.rank(step.x(1 - input)) == 2 || sameBatch(step)) {
      return gradient;
    }
    Emitter emit = step.emit();
    Output<?> shape = emit.shape(x);
    Output<?> axes = emit.op("BroadcastGradientArgs", leading(step, x), leading(step, step.y()));
    return emit.reshape(emit.op("Sum", gradient, axes), shape);
  }

  private static boolean sameType(Step step) {
    return Numbers.type(step.x(0)) == Numbers.type(step.x(1))
        && Numbers.type(step.x(0)) == Numbers.type(step.y());
  }

  /** Whether all dimensions before the matrices are known to be equal. */
  private static boolean sameBatch(Step step) {
    if (!Dimensions.areKnown(step.x(0)) || !Dimensions.areKnown(step.x(1))) {
      return false;
    }
    List<Long> first = batchSizes(step.x(0));
    return first.equals(batchSizes(step.x(1)));
  }

  private static List<Long> batchSizes(Output<?> tensor) {
    List<Long> sizes = Arrays.stream(tensor.shape().asArray()).boxed().toList();
    return sizes.subList(0, sizes.size() - 2);
  }

  /** The sizes of the dimensions before the matrices. */
  private static Output<?> leading(Step step, Output<?> tensor) {
    Emitter emit = step.emit();
    Output<?> shape = emit.shape(tensor);
    Output<?> count = emit.op("Sub", emit.op("Size", shape), emit.integer(2));
    return emit.op("Slice", shape, emit.integers(0), emit.reshape(count, emit.integers(1)));
  }
}
