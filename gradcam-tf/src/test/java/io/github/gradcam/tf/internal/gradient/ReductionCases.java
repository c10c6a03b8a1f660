package io.github.gradcam.tf.internal.gradient;

import java.util.stream.Stream;

/** Operations that make one number of many. */
final class ReductionCases {

  private static final Value X = Value.mixed(1, 2, 3, 4).times(1.5);
  private static final Value NEAR_ONE = X.times(0.3).plus(1.1);
  private static final Value ZERO = X.changed(3, -X.numbers()[3]);
  private static final Value ZEROS = ZERO.changed(7, -X.numbers()[7]);

  private ReductionCases() {}

  static Stream<Case> all() {
    return Stream.concat(
        Stream.concat(
            Stream.of("Sum", "Mean", "Max", "Min").flatMap(type -> reduced(type, X)),
            reduced("Prod", NEAR_ONE)),
        Stream.of(
            Case.of("Prod", "a zero", ZERO, (m, x) -> m.op("Prod", x.get(0), m.integers(2, 0))),
            Case.of("Prod", "zeros", ZEROS, (m, x) -> m.op("Prod", x.get(0), m.integers(1))),
            cumulative(false, false, 1),
            cumulative(true, false, -1),
            cumulative(false, true, 0),
            cumulative(true, true, 1)));
  }

  private static Stream<Case> reduced(String type, Value value) {
    return Stream.of(
        Case.of(type, "one axis", value, (m, x) -> m.op(type, x.get(0), m.integers(1))),
        Case.of(
            type, "axes from the end", value, (m, x) -> m.op(type, x.get(0), m.integers(-1, 0))),
        Case.of(type, "a single number", value, (m, x) -> m.op(type, x.get(0), m.integer(-2))),
        Case.of(type, "in long numbers", value, (m, x) -> m.op(type, x.get(0), m.longs(2, 1))),
        Case.of(type, "everything", value, (m, x) -> m.op(type, x.get(0), m.integers(0, 1, 2))),
        Case.of(type, "nothing", value, (m, x) -> m.op(type, x.get(0), m.integers())),
        Case.of(
            type,
            "axes that only a run tells",
            value,
            (m, x) ->
                m.op(
                    type,
                    x.get(0),
                    m.op("Range", m.integer(1), m.op("Rank", x.get(0)), m.integer(1)))),
        Case.of(
            type,
            "with the dimensions kept",
            value,
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
