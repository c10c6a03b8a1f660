package io.github.gradcam.tf.internal.gradient;

import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.proto.AttrValue;

/** Normalisation. */
final class NormCases {

  private static final Value X = Value.mixed(1, 2, 3, 2, 4);

  private NormCases() {}

  static Stream<Case> all() {
    Stream<Case> batch =
        Stream.of("FusedBatchNorm", "FusedBatchNormV2", "FusedBatchNormV3")
            .flatMap(type -> Stream.of(batch(type, "NHWC", 4), batch(type, "NCHW", 3)));
    Stream<Case> others =
        Stream.of(
            Case.of(
                    "LRN",
                    "",
                    X.times(2),
                    (m, x) ->
                        m.node("LRN")
                            .with(x.get(0))
                            .attribute("depth_radius", 1)
                            .attribute("alpha", AttrValue.newBuilder().setF(0.7f).build())
                            .attribute("bias", AttrValue.newBuilder().setF(1.3f).build())
                            .make())
                .with(Case.Trait.SINGLE),
            Case.of("Softmax", "", X, (m, x) -> m.op("Softmax", x.get(0))),
            Case.of("LogSoftmax", "", X, (m, x) -> m.op("LogSoftmax", x.get(0))));
    Stream<Case> own =
        Stream.of("FusedBatchNorm", "FusedBatchNormV2", "FusedBatchNormV3")
            .flatMap(type -> Stream.of(byItself(type, "NHWC", 4), byItself(type, "NCHW", 3)));
    return Stream.of(batch, own, others).flatMap(cases -> cases);
  }

  private static Case byItself(String type, String layout, int channels) {
    return Case.of(
            type,
            layout + ", by the mean and variance of its only item",
            List.of(Value.mixed(1, 1, 3, 2, 4)),
            (m, x) ->
                m.node(type)
                    .with(
                        // As in Keras 2, where it is known that there is one item.
                        m.op("Reshape", x.get(0), m.integers(1, 3, 2, 4)),
                        m.constant(Value.mixed(2, channels)),
                        m.constant(Value.mixed(3, channels)),
                        m.constant(new Value(new long[] {0}, new double[0])),
                        m.constant(new Value(new long[] {0}, new double[0])))
                    .attribute("is_training", true)
                    .attribute("epsilon", AttrValue.newBuilder().setF(0.1f).build())
                    .attribute("data_format", layout)
                    .make())
        .with(Case.Trait.SINGLE);
  }

  private static Case batch(String type, String layout, int channels) {
    return Case.of(
            type,
            layout,
            List.of(X),
            (m, x) ->
                m.node(type)
                    .with(
                        x.get(0),
                        m.constant(Value.mixed(2, channels)),
                        m.constant(Value.mixed(3, channels)),
                        m.constant(Value.mixed(4, channels)),
                        m.constant(Value.mixed(5, channels).plus(1.5)))
                    .attribute("is_training", false)
                    .attribute("epsilon", AttrValue.newBuilder().setF(0.1f).build())
                    .attribute("data_format", layout)
                    .make())
        .with(Case.Trait.SINGLE);
  }
}
