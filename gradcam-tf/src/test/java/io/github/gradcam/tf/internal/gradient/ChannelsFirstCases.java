package io.github.gradcam.tf.internal.gradient;

import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.Output;

/** Operations on images whose channels come first, which not every processor runs. */
final class ChannelsFirstCases {

  private static final Value X = Value.mixed(1, 2, 4, 5, 4);
  private static final Form PLAIN = new Form("SAME", 2, 2, 1, 1);

  private ChannelsFirstCases() {}

  static Stream<Case> all() {
    Value filter = Value.mixed(2, 3, 2, 4, 2);
    Value grouped = Value.mixed(2, 3, 2, 2, 4);
    Value single = Value.mixed(2, 3, 2, 1, 4);
    return Stream.of(
            pool("MaxPool", PLAIN),
            pool("MaxPool", new Form("VALID", 1, 2, 1, 1)),
            pool("AvgPool", PLAIN),
            filtered("Conv2D", PLAIN, filter),
            filtered("Conv2D", new Form("VALID", 1, 2, 1, 1), filter),
            filtered("Conv2D", new Form("SAME", 1, 1, 2, 1), filter),
            filtered("Conv2D", new Form("SAME", 2, 1, 2, 3), filter),
            filtered("Conv2D", PLAIN, grouped),
            filtered("Conv2D", PLAIN, single),
            filtered("DepthwiseConv2dNative", PLAIN, filter),
            bordered())
        .map(one -> one.with(Case.Trait.SINGLE).with(Case.Trait.SHAPED));
  }

  /** How a window moves. */
  private record Form(String padding, long down, long right, long downRate, long rightRate) {

    NodeDraft put(NodeDraft node) {
      return node.attribute("padding", padding)
          .attribute("strides", List.of(1L, 1L, down, right))
          .attribute("data_format", "NCHW");
    }

    NodeDraft dilated(NodeDraft node) {
      return put(node).attribute("dilations", List.of(1L, 1L, downRate, rightRate));
    }
  }

  private static Case pool(String type, Form form) {
    return Case.of(
        type,
        form.toString(),
        X,
        (m, x) ->
            form.put(m.node(type).with(x.get(0)))
                .attribute("ksize", List.of(1L, 1L, 3L, 2L))
                .make());
  }

  private static Case bordered() {
    return Case.of(
        "MaxPool",
        "with a border of its own",
        X,
        (m, x) ->
            m.node("MaxPool")
                .with(x.get(0))
                .attribute("ksize", List.of(1L, 1L, 3L, 2L))
                .attribute("strides", List.of(1L, 1L, 1L, 2L))
                .attribute("padding", "EXPLICIT")
                .attribute("explicit_paddings", List.of(0L, 0L, 0L, 0L, 1L, 2L, 1L, 0L))
                .attribute("data_format", "NCHW")
                .make());
  }

  private static Case filtered(String type, Form form, Value filter) {
    return Case.of(
        type,
        form + " filter " + filter.shape()[2] + "x" + filter.shape()[3],
        X,
        (m, x) -> {
          Output<?> weights = m.constant(filter);
          return form.dilated(m.node(type).with(x.get(0), weights)).make();
        });
  }
}
