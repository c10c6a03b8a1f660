package io.github.gradcam.tf.internal.gradient;

import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.Output;

/** Operations that arrange, cut or surround the same numbers. */
final class ShapeCases {

  private static final Value X = Value.mixed(1, 2, 3, 4);

  private ShapeCases() {}

  static Stream<Case> all() {
    return Stream.of(arranged(), surrounded(), cut(), repeated()).flatMap(cases -> cases);
  }

  private static Stream<Case> arranged() {
    return Stream.of(
        Case.of("Reshape", "", X, (m, x) -> m.op("Reshape", x.get(0), m.integers(4, -1))),
        Case.of("Reshape", "long", X, (m, x) -> m.op("Reshape", x.get(0), m.longs(-1))),
        Case.of("Squeeze", "all", Value.mixed(1, 1, 3, 1), (m, x) -> m.op("Squeeze", x.get(0))),
        Case.of(
            "Squeeze",
            "one",
            Value.mixed(1, 1, 3, 1),
            (m, x) ->
                m.node("Squeeze").with(x.get(0)).attribute("squeeze_dims", List.of(-1L)).make()),
        Case.of("ExpandDims", "", X, (m, x) -> m.op("ExpandDims", x.get(0), m.integer(-2))),
        Case.of("Transpose", "", X, (m, x) -> m.op("Transpose", x.get(0), m.integers(2, 0, 1))),
        Case.of("Transpose", "long", X, (m, x) -> m.op("Transpose", x.get(0), m.longs(1, 2, 0))));
  }

  private static Stream<Case> surrounded() {
    return Stream.of(
        Case.of("Pad", "", X, (m, x) -> m.op("Pad", x.get(0), m.pairs(1, 0, 0, 2, 3, 1))),
        Case.of(
            "PadV2",
            "with a number",
            X,
            (m, x) -> m.op("PadV2", x.get(0), m.pairs(1, 0, 0, 2, 0, 1), m.scalar(7))),
        mirrored("REFLECT"),
        mirrored("SYMMETRIC"));
  }

  private static Case mirrored(String mode) {
    return Case.of(
        "MirrorPad",
        mode,
        X,
        (m, x) ->
            m.node("MirrorPad")
                .with(x.get(0), m.pairs(1, 0, 1, 2, 3, 2))
                .attribute("mode", mode)
                .make());
  }

  private static Stream<Case> cut() {
    return Stream.of(
        Case.of(
            "Slice",
            "to the end",
            X,
            (m, x) -> m.op("Slice", x.get(0), m.integers(0, 1, 2), m.integers(-1, 1, -1))),
        Case.of(
            "Slice",
            "long",
            X,
            (m, x) -> m.op("Slice", x.get(0), m.longs(1, 0, 1), m.longs(1, 2, 2))),
        Case.of(
            "StridedSlice",
            "[:, ::-2, 1:3]",
            X,
            (m, x) ->
                strided(m, x.get(0), m.integers(0, 0, 1), m.integers(0, 0, 3), m.integers(1, -2, 1))
                    .attribute("begin_mask", 3)
                    .attribute("end_mask", 3)
                    .make()),
        Case.of(
            "StridedSlice",
            "[..., new, -1], long",
            X,
            (m, x) ->
                strided(m, x.get(0), m.longs(0, 0, -1), m.longs(0, 0, 0), m.longs(1, 1, 1))
                    .attribute("ellipsis_mask", 1)
                    .attribute("new_axis_mask", 2)
                    .attribute("shrink_axis_mask", 4)
                    .make()));
  }

  private static NodeDraft strided(
      Model m, Output<?> x, Output<?> begin, Output<?> end, Output<?> strides) {
    return m.node("StridedSlice").with(x, begin, end, strides);
  }

  private static Stream<Case> repeated() {
    return Stream.of(
        Case.of("Tile", "", X, (m, x) -> m.op("Tile", x.get(0), m.integers(2, 1, 3))),
        Case.of("Tile", "long", X, (m, x) -> m.op("Tile", x.get(0), m.longs(1, 2, 1))),
        Case.of(
            "BroadcastTo",
            "",
            Value.mixed(1, 3, 1),
            (m, x) -> m.op("BroadcastTo", x.get(0), m.integers(2, 3, 4))),
        Case.of("Fill", "", Value.mixed(1), (m, x) -> m.op("Fill", m.integers(2, 3), x.get(0))));
  }
}
