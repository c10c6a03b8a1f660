package io.github.gradcam.tf.internal.gradient;

import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.Output;

/** Maxima and means of windows. */
final class PoolingCases {

  private static final Value X = Value.mixed(1, 1, 5, 4, 2);
  private static final List<Long> WINDOW = List.of(1L, 3L, 2L, 1L);
  private static final List<Long> STRIDES = List.of(1L, 2L, 1L, 1L);
  private static final List<Long> SOLID_WINDOW = List.of(1L, 2L, 2L, 2L, 1L);
  private static final List<Long> SOLID_STRIDES = List.of(1L, 1L, 2L, 1L, 1L);

  private PoolingCases() {}

  static Stream<Case> all() {
    return Stream.concat(Stream.of("SAME", "VALID").flatMap(PoolingCases::padded), explicit());
  }

  private static Stream<Case> padded(String padding) {
    return Stream.of(
        Case.of("MaxPool", padding, X, (m, x) -> flat(m, "MaxPool", x.get(0), padding)),
        Case.of("AvgPool", padding, X, (m, x) -> flat(m, "AvgPool", x.get(0), padding)),
        Case.of(
            "MaxPoolWithArgmax",
            padding,
            X,
            (m, x) -> flat(m, "MaxPoolWithArgmax", x.get(0), padding)),
        Case.of(
            "MaxPoolV2",
            padding,
            X,
            (m, x) ->
                m.node("MaxPoolV2")
                    .with(x.get(0), m.integers(1, 3, 2, 1), m.integers(1, 2, 1, 1))
                    .attribute("padding", padding)
                    .make()),
        solid("MaxPool3D", padding).with(Case.Trait.SINGLE),
        solid("AvgPool3D", padding).with(Case.Trait.SINGLE));
  }

  private static Stream<Case> explicit() {
    return Stream.of(
        Case.of(
            "MaxPool",
            "with a border of its own",
            X,
            (m, x) ->
                m.node("MaxPool")
                    .with(x.get(0))
                    .attribute("ksize", WINDOW)
                    .attribute("strides", STRIDES)
                    .attribute("padding", "EXPLICIT")
                    .attribute("explicit_paddings", List.of(0L, 0L, 1L, 2L, 1L, 0L, 0L, 0L))
                    .make()));
  }

  private static Output<?> flat(Model m, String type, Output<?> x, String padding) {
    return m.node(type)
        .with(x)
        .attribute("ksize", WINDOW)
        .attribute("strides", STRIDES)
        .attribute("padding", padding)
        .make();
  }

  private static Case solid(String type, String padding) {
    return Case.of(
        type,
        padding,
        Value.mixed(1, 1, 3, 4, 3, 2),
        (m, x) ->
            m.node(type)
                .with(x.get(0))
                .attribute("ksize", SOLID_WINDOW)
                .attribute("strides", SOLID_STRIDES)
                .attribute("padding", padding)
                .make());
  }
}
