package io.github.gradcam.tf.internal.gradient;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.Output;

/** Products of matrices. */
final class ProductCases {

  private ProductCases() {}

  static Stream<Case> all() {
    Stream<Case> turned =
        Stream.of(false, true)
            .flatMap(first -> Stream.of(false, true).flatMap(second -> turned(first, second)));
    return Stream.of(turned, broadcast(), einsum()).flatMap(cases -> cases);
  }

  private static Stream<Case> turned(boolean first, boolean second) {
    return Stream.of(
        matrices("MatMul", "transpose_a", "transpose_b", first, second, new long[] {}),
        matrices("BatchMatMul", "adj_x", "adj_y", first, second, new long[] {2}),
        matrices("BatchMatMulV2", "adj_x", "adj_y", first, second, new long[] {2, 1}),
        matrices("BatchMatMulV3", "adj_x", "adj_y", first, second, new long[] {2}));
  }

  private static Case matrices(
      String type, String turnA, String turnB, boolean first, boolean second, long[] batch) {
    return Case.of(
        type,
        turnA + " " + first + ", " + turnB + " " + second,
        List.of(
            Value.mixed(1, shape(batch, first ? 3 : 2, first ? 2 : 3)),
            Value.mixed(2, shape(batch, second ? 4 : 3, second ? 3 : 4))),
        (m, x) -> product(m, type, x).attribute(turnA, first).attribute(turnB, second).make());
  }

  private static long[] shape(long[] batch, long rows, long columns) {
    long[] shape = Arrays.copyOf(batch, batch.length + 2);
    shape[batch.length] = rows;
    shape[batch.length + 1] = columns;
    return shape;
  }

  private static Stream<Case> broadcast() {
    return Stream.of("BatchMatMulV2", "BatchMatMulV3")
        .map(
            type ->
                Case.of(
                    type,
                    "of batches that are repeated",
                    List.of(Value.mixed(1, 3, 1, 2, 2), Value.mixed(2, 2, 2, 3)),
                    (m, x) -> product(m, type, x).make()));
  }

  private static NodeDraft product(Model m, String type, List<Output<?>> x) {
    NodeDraft node = m.node(type).with(x.get(0), x.get(1));
    return type.endsWith("V3") ? node.attribute("Tout", m.type) : node;
  }

  private static Stream<Case> einsum() {
    return Stream.of(
        einsum("abc,cde->abde", new long[] {2, 2, 3}, new long[] {3, 2, 2}),
        einsum("aecd,abcd->acbe", new long[] {1, 3, 2, 2}, new long[] {1, 4, 2, 2}),
        einsum("ab,ab->a", new long[] {2, 3}, new long[] {2, 3}),
        einsum("ab->ba", new long[] {2, 3}),
        einsum("...ab,bc->...ac", new long[] {2, 2, 3}, new long[] {3, 2}).with(Case.Trait.SHAPED),
        einsum("...ab,...bc->...ac", new long[] {2, 2, 3}, new long[] {2, 3, 2})
            .with(Case.Trait.SHAPED));
  }

  private static Case einsum(String equation, long[]... shapes) {
    List<Value> inputs =
        Stream.of(shapes).map(shape -> Value.mixed(shape.length + (int) shape[0], shape)).toList();
    return Case.of(
        "Einsum",
        equation,
        inputs,
        (m, x) -> m.node("Einsum").withList(x).attribute("equation", equation).make());
  }
}
