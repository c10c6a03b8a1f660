package io.github.gradcam.tf.internal.gradient;

import java.util.List;
import java.util.stream.Stream;

/** Operations that let some numbers through. */
final class SelectionCases {

  private static final Value X = Value.mixed(1, 2, 3);
  private static final Value Y = Value.mixed(2, 2, 3);

  private SelectionCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of(
            "Select",
            "by rows",
            List.of(X, Y),
            (m, x) -> m.op("Select", m.flags(true, false), x.get(0), x.get(1))),
        Case.of(
            "Select",
            "one by one",
            List.of(X, Y),
            (m, x) -> m.op("Select", m.op("Greater", x.get(0), x.get(1)), x.get(0), x.get(1))),
        Case.of(
            "SelectV2",
            "where all is repeated",
            List.of(Value.mixed(1, 2, 1), Value.mixed(2)),
            (m, x) -> m.op("SelectV2", m.flags(true, false, true), x.get(0), x.get(1))),
        Case.of(
            "SelectV2",
            "of equal shapes",
            List.of(X, Y),
            (m, x) -> m.op("SelectV2", m.op("Less", x.get(0), x.get(1)), x.get(0), x.get(1))),
        Case.of(
            "ClipByValue",
            "between numbers",
            List.of(X, Value.mixed(1).plus(-0.8), Value.mixed(1).plus(0.1)),
            (m, x) -> m.op("ClipByValue", x.get(0), x.get(1), x.get(2))));
  }
}
