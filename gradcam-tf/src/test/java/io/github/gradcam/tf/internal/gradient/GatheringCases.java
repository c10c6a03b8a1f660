package io.github.gradcam.tf.internal.gradient;

import java.util.stream.Stream;

/** Operations that take numbers from places. */
final class GatheringCases {

  private static final Value X = Value.mixed(1, 2, 3, 4);

  private GatheringCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of("Gather", "", X, (m, x) -> m.op("Gather", x.get(0), m.pairs(1, 0, 1, 1))),
        Case.of(
            "GatherV2",
            "in the middle, one of them twice",
            X,
            (m, x) -> m.op("GatherV2", x.get(0), m.pairs(2, 0, 2, 2), m.integer(1))),
        Case.of(
            "GatherV2",
            "from the end, a single one, long",
            X,
            (m, x) ->
                m.op(
                    "GatherV2",
                    x.get(0),
                    m.op("Reshape", m.longs(2), m.integers()),
                    m.integer(-1))),
        Case.of(
            "GatherNd",
            "one of them twice",
            X,
            (m, x) -> m.op("GatherNd", x.get(0), m.pairs(1, 2, 0, 0, 1, 2))));
  }
}
