package io.github.gradcam.tf.internal.gradient;

import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.Output;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.TensorShapeProto;

/** Operations that hand on what they get. */
final class PassingCases {

  private static final Value X = Value.mixed(1, 2, 3);

  private PassingCases() {}

  static Stream<Case> all() {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDimBuilder().setSize(Dimensions.UNKNOWN);
    shape.addDimBuilder().setSize(3);
    AttrValue rows = AttrValue.newBuilder().setShape(shape).build();
    return Stream.of(
        Case.of("Identity", "", X, (m, x) -> m.op("Identity", x.get(0))),
        Case.of("Snapshot", "", X, (m, x) -> m.op("Snapshot", x.get(0))),
        Case.of(
            "CheckNumerics",
            "",
            X,
            (m, x) -> m.node("CheckNumerics").with(x.get(0)).attribute("message", "").make()),
        Case.of(
            "EnsureShape",
            "",
            X,
            (m, x) -> m.node("EnsureShape").with(x.get(0)).attribute("shape", rows).make()),
        Case.of(
            "PlaceholderWithDefault",
            "",
            X,
            (m, x) ->
                m.node("PlaceholderWithDefault").with(x.get(0)).attribute("shape", rows).make()),
        Case.of(
            "IdentityN",
            "of which one output is used",
            List.of(X, X.times(2)),
            (m, x) -> {
              Output<?> second = m.node("IdentityN").withList(x).make(1);
              return m.op("Mul", second, m.op("Mul", x.get(0), x.get(1)));
            }),
        Case.of(
                "Cast",
                "to the precision of the next operation",
                X,
                (m, x) ->
                    m.node("Cast")
                        .with(
                            m.op(
                                "Square",
                                m.node("Cast")
                                    .with(x.get(0))
                                    .attribute("DstT", DataType.DT_DOUBLE)
                                    .make()))
                        .attribute("DstT", DataType.DT_FLOAT)
                        .make())
            .with(Case.Trait.SINGLE));
  }
}
