package io.github.gradcam.tf.internal.gradient;

import java.util.List;
import java.util.stream.Stream;

/** Operations of two numbers. */
final class ArithmeticCases {

  private ArithmeticCases() {}

  static Stream<Case> all() {
    Stream<Case> plain =
        Stream.of(
                "Add",
                "AddV2",
                "Sub",
                "Mul",
                "Div",
                "RealDiv",
                "DivNoNan",
                "Maximum",
                "Minimum",
                "SquaredDifference",
                "Pow")
            .flatMap(ArithmeticCases::broadcast);
    return Stream.concat(plain, special());
  }

  private static Stream<Case> broadcast(String type) {
    return Stream.of(
        pair(type, "of equal shapes", new long[] {2, 3}, new long[] {2, 3}),
        pair(type, "both repeated", new long[] {2, 1, 3}, new long[] {4, 1}),
        pair(type, "the first one a single number", new long[] {}, new long[] {2, 3}),
        pair(type, "the second one of fewer dimensions", new long[] {1, 2, 3}, new long[] {3}),
        Case.of(
            type,
            "with itself",
            Value.mixed(3, 2, 2).plus(2.1),
            (m, x) -> m.op("AddV2", m.op(type, x.get(0), x.get(0)), x.get(0))));
  }

  private static Case pair(String type, String what, long[] first, long[] second) {
    return Case.of(
        type,
        what,
        List.of(Value.mixed(1, first).plus(2), Value.mixed(2, second).plus(2.03)),
        (m, x) -> m.op(type, x.get(0), x.get(1)));
  }

  private static Stream<Case> special() {
    Value image = Value.mixed(1, 1, 2, 2, 3);
    return Stream.of(
        Case.of(
            "AddN",
            "of three, one of them twice",
            List.of(Value.mixed(1, 2, 2), Value.mixed(2, 2, 2)),
            (m, x) -> m.node("AddN").withList(List.of(x.get(0), x.get(1), x.get(0))).make()),
        Case.of(
            "BiasAdd",
            "channels last",
            List.of(image, Value.mixed(2, 3)),
            (m, x) -> m.op("BiasAdd", x.get(0), x.get(1))),
        Case.of(
            "BiasAdd",
            "channels first",
            List.of(image, Value.mixed(2, 2)),
            (m, x) ->
                m.node("BiasAdd").with(x.get(0), x.get(1)).attribute("data_format", "NCHW").make()),
        Case.of(
            "BiasAddV1",
            "",
            List.of(image, Value.mixed(2, 3)),
            (m, x) -> m.op("BiasAddV1", x.get(0), x.get(1))),
        Case.of(
            "Mul",
            "by a constant",
            image,
            (m, x) -> m.op("Mul", m.constant(Value.mixed(5, 3)), x.get(0))));
  }
}
