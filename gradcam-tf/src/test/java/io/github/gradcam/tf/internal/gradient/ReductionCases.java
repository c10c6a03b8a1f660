package io.github.gradcam.tf.internal.gradient;

import java.util.stream.Stream;

/** Operations that make one number of many. */
final class ReductionCases {

  private static final Value X = Value.mixed(1, 2, 3, 4);

  private ReductionCases() {}

  static Stream<Case> all() {
    return Stream.concat(
        Stream.of("Sum", "Mean", "Max", "Min", "Prod").flatMap(ReductionCases::reduced),
        Stream.of(
            cumulative(false, false, 1),
            cumulative(true, false, -1),
            cumulative(false, true, 0),
            cumulative(true, true, 1)));
  }

  private static Stream<Case> reduced(String type) {
    return Stream.of(
        Case.of(type, "one axis", X, (m, x) -> m.op(type, x.get(0), m.integers(1))),
        Case.of(type, "axes from the end", X, (m, x) -> m.op(type, x.get(0), m.integers(-1, 0))),
        Case.of(type, "a single number", X, (m, x) -> m.op(type, x.get(0), m.integer(-2))),
        Case.of(type, "in long numbers", X, (m, x) -> m.op(type, x.get(0), m.longs(2, 1))),
        Case.of(type, "everything", X, (m, x) -> m.op(type, x.get(0), m.integers(0, 1, 2))),
        Case.of(type, "nothing", X, (m, x) -> m.op(type, x.get(0), m.integers())),
        Case.of(
            type,
            "axes that only a run tells",
            X,
            (m, x) ->
                m.op(
                    type,
                    x.get(0),
                    m.op("Range", m.integer(1), m.op("Rank", x.get(0)), m.integer(1)))),
        Case.of(
            type,
            "with the dimensions kept",
            X,
            (m, x) ->
                m.node(type)
                    .with(x.get(0), m.integers(0, -1))
                    .attribute("keep_dims", true)
                    .make()));
  }

  private static Case cumulative(boolean exclusive, boolean reverse, int axis) {
    return Case.of(
        "Cumsum",
        (exclusive ? "exclusive" : "inclusive") + (reverse ? ", from the end" : ""),
        X,
        (m, x) ->
            m.node("Cumsum")
                .with(x.get(0), m.integer(axis))
                .attribute("exclusive", exclusive)
                .attribute("reverse", reverse)
                .make());
  }
}
