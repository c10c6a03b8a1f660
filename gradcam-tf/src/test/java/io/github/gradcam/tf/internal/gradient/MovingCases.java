package io.github.gradcam.tf.internal.gradient;

import java.util.stream.Stream;

/** Operations that move numbers. */
final class MovingCases {

  private static final Value X = Value.mixed(1, 2, 3, 4);
  private static final Value IMAGE = Value.mixed(1, 1, 4, 4, 2);
  private static final Value DEEP = Value.mixed(1, 4, 2, 2, 4);

  private MovingCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("ReverseV2", "", X, (m, x) -> m.op("ReverseV2", x.get(0), m.integers(-1, 0))),
        Case.of("Reverse", "", X, (m, x) -> m.op("Reverse", x.get(0), m.flags(false, true, true))),
        Case.of(
            "Roll", "", X, (m, x) -> m.op("Roll", x.get(0), m.integers(1, -3), m.integers(1, 2))),
        Case.of(
            "SpaceToBatchND",
            "",
            IMAGE,
            (m, x) -> m.op("SpaceToBatchND", x.get(0), m.integers(2, 3), m.pairs(1, 1, 0, 2))),
        Case.of(
            "BatchToSpaceND",
            "",
            DEEP,
            (m, x) -> m.op("BatchToSpaceND", x.get(0), m.integers(2, 2), m.pairs(1, 0, 0, 2))),
        block("SpaceToBatch", IMAGE, new long[] {1, 1, 0, 2}),
        block("BatchToSpace", DEEP, new long[] {1, 0, 0, 2}),
        depth("SpaceToDepth", IMAGE),
        depth("DepthToSpace", DEEP));
  }

  private static Case block(String type, Value value, long[] edges) {
    return Case.of(
        type,
        "",
        value,
        (m, x) -> m.node(type).with(x.get(0), m.pairs(edges)).attribute("block_size", 2).make());
  }

  private static Case depth(String type, Value value) {
    return Case.of(
        type, "", value, (m, x) -> m.node(type).with(x.get(0)).attribute("block_size", 2).make());
  }
}
