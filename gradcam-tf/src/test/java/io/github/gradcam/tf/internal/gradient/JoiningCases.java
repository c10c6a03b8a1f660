package io.github.gradcam.tf.internal.gradient;

import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.Output;

/** Operations that join tensors, and those that part them. */
final class JoiningCases {

  private static final List<Value> PARTS =
      List.of(Value.mixed(1, 2, 1, 2), Value.mixed(2, 2, 3, 2), Value.mixed(3, 2, 2, 2));
  private static final Value X = Value.mixed(1, 2, 6, 2);

  private JoiningCases() {}

  static Stream<Case> all() {
    return Stream.of(
        Case.of(
            "Concat", "", PARTS, (m, x) -> m.node("Concat").with(m.integer(1)).withList(x).make()),
        Case.of(
            "ConcatV2",
            "",
            PARTS,
            (m, x) -> m.node("ConcatV2").withList(x).with(m.integer(-2)).make()),
        Case.of(
            "ConcatV2",
            "along a long number, twice the same",
            PARTS.get(0),
            (m, x) ->
                m.node("ConcatV2")
                    .withList(List.of(x.get(0), x.get(0)))
                    .with(m.op("Reshape", m.longs(2), m.integers()))
                    .make()),
        Case.of(
            "Split",
            "of which some are used",
            X,
            (m, x) -> {
              NodeDraft split =
                  m.node("Split").with(m.integer(-2), x.get(0)).attribute("num_split", 3);
              return product(m, split.make(0), split.make(2));
            }),
        Case.of(
            "SplitV",
            "of which some are used",
            X,
            (m, x) -> {
              NodeDraft split =
                  m.node("SplitV")
                      .with(x.get(0), m.integers(1, 3, 1, 1), m.integer(1))
                      .attribute("num_split", 4);
              return product(m, split.make(0), split.make(2));
            }),
        Case.of(
            "Pack",
            "",
            List.of(PARTS.get(0), PARTS.get(0).times(3)),
            (m, x) -> m.node("Pack").withList(x).attribute("axis", -2).make()),
        Case.of(
            "Unpack",
            "of which some are used",
            X,
            (m, x) -> {
              NodeDraft parts =
                  m.node("Unpack").with(x.get(0)).attribute("num", 6).attribute("axis", 1);
              return product(m, parts.make(1), parts.make(4));
            }));
  }

  private static Output<?> product(Model m, Output<?> first, Output<?> second) {
    return m.op("Mul", first, second);
  }
}
