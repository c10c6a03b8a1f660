package io.github.gradcam.tf.internal.gradient;

import java.util.stream.Stream;
import org.tensorflow.proto.AttrValue;

/** Functions of one number. */
final class ElementwiseCases {

  private static final Value MIXED = Value.mixed(1, 3, 5);
  private static final Value SMALL = MIXED.times(0.8);
  private static final Value POSITIVE = MIXED.plus(1.5);

  private ElementwiseCases() {}

  static Stream<Case> all() {
    Stream<Case> anywhere =
        Stream.of(
                "Relu",
                "Elu",
                "Selu",
                "Softplus",
                "Softsign",
                "Sigmoid",
                "Tanh",
                "Neg",
                "Exp",
                "Expm1",
                "Square",
                "Abs",
                "Erf",
                "Erfc",
                "Sin",
                "Cos",
                "Tan",
                "Atan",
                "Asinh",
                "Sinh",
                "Cosh",
                "L2Loss")
            .map(type -> Case.of(type, "", MIXED, (m, x) -> m.op(type, x.get(0))));
    Stream<Case> positive =
        Stream.of("Sqrt", "Rsqrt", "Reciprocal", "Inv", "Log", "Log1p")
            .map(type -> Case.of(type, "", POSITIVE, (m, x) -> m.op(type, x.get(0))));
    Stream<Case> special =
        Stream.of(
            Case.of("Relu6", "on both sides", MIXED.times(9), (m, x) -> m.op("Relu6", x.get(0))),
            Case.of("Asin", "", SMALL, (m, x) -> m.op("Asin", x.get(0))),
            Case.of("Acos", "", SMALL, (m, x) -> m.op("Acos", x.get(0))),
            Case.of("Atanh", "", SMALL, (m, x) -> m.op("Atanh", x.get(0))),
            Case.of("Acosh", "", POSITIVE.plus(1), (m, x) -> m.op("Acosh", x.get(0))),
            leaky(0.2f),
            leaky(-0.3f));
    return Stream.of(anywhere, positive, special).flatMap(cases -> cases);
  }

  private static Case leaky(float alpha) {
    return Case.of(
        "LeakyRelu",
        "of slope " + alpha,
        MIXED,
        (m, x) ->
            m.node("LeakyRelu")
                .with(x.get(0))
                .attribute("alpha", AttrValue.newBuilder().setF(alpha).build())
                .make());
  }
}
