package io.github.gradcam.tf.internal.gradient;

import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.Output;

/** Convolutions. */
final class ConvolutionCases {

  private static final List<Long> ONES = List.of(1L, 1L, 1L, 1L);

  private ConvolutionCases() {}

  static Stream<Case> all() {
    return Stream.of(flat(), grouped(), dilated(), depthwise(), transposed(), solid())
        .flatMap(cases -> cases);
  }

  /** A convolution's attributes. */
  private record Form(String padding, List<Long> strides, List<Long> dilations, List<Long> edges) {

    static Form of(String padding) {
      return new Form(padding, ONES, ONES, List.of());
    }

    static Form explicit(long top, long bottom, long left, long right) {
      return new Form("EXPLICIT", ONES, ONES, List.of(0L, 0L, top, bottom, left, right, 0L, 0L));
    }

    Form stride(long down, long right) {
      return new Form(padding, List.of(1L, down, right, 1L), dilations, edges);
    }

    Form rate(long down, long right) {
      return new Form(padding, strides, List.of(1L, down, right, 1L), edges);
    }

    NodeDraft put(NodeDraft node) {
      return node.attribute("padding", padding)
          .attribute("strides", strides)
          .attribute("dilations", dilations)
          .attribute("explicit_paddings", edges);
    }

    @Override
    public String toString() {
      return padding + " strides " + strides + " dilations " + dilations + " edges " + edges;
    }
  }

  private static Case of(String type, Form form, Value x, Value filter) {
    return Case.of(
        type,
        form + " filter " + List.of(filter.shape()[0], filter.shape()[1]),
        x,
        (m, in) -> form.put(m.node(type).with(in.get(0), m.constant(filter))).make());
  }

  private static Case both(String type, Form form, Value x, Value filter) {
    return Case.of(
        type,
        form + " with a filter that depends on the input",
        List.of(x, filter),
        (m, in) -> form.put(m.node(type).with(in.get(0), in.get(1))).make());
  }

  private static Stream<Case> flat() {
    Value x = Value.mixed(1, 2, 5, 4, 2);
    Value filter = Value.mixed(2, 3, 2, 2, 3);
    return Stream.of(
        of("Conv2D", Form.of("SAME"), x, filter),
        of("Conv2D", Form.of("VALID"), x, filter),
        of("Conv2D", Form.of("SAME").stride(2, 2), x, filter),
        of("Conv2D", Form.of("VALID").stride(2, 1), x, filter),
        of("Conv2D", Form.explicit(1, 2, 0, 3).stride(2, 1), x, filter),
        of("Conv2D", Form.of("SAME").stride(2, 2), x, Value.mixed(3, 1, 1, 2, 2)),
        both("Conv2D", Form.of("SAME").stride(1, 2), x, filter),
        both("Conv2D", Form.explicit(0, 1, 1, 0), x, filter));
  }

  private static Stream<Case> grouped() {
    Value x = Value.mixed(1, 1, 4, 4, 6);
    return Stream.of(
            of("Conv2D", Form.of("SAME"), x, Value.mixed(2, 3, 3, 2, 3)),
            of("Conv2D", Form.of("VALID").stride(2, 2), x, Value.mixed(3, 2, 2, 3, 4)),
            of("Conv2D", Form.of("SAME").rate(2, 1), x, Value.mixed(3, 2, 2, 1, 6)),
            of("Conv2D", Form.of("SAME"), x, Value.mixed(3, 3, 3, 1, 12)),
            of("Conv2D", Form.of("VALID").stride(2, 1), x, Value.mixed(3, 2, 2, 1, 6)),
            of("Conv2D", Form.explicit(1, 0, 2, 1).stride(2, 2), x, Value.mixed(3, 3, 2, 1, 6)),
            of("Conv2D", Form.explicit(1, 0, 2, 1), x, Value.mixed(3, 2, 2, 2, 3)))
        .map(one -> one.with(Case.Trait.SHAPED).with(Case.Trait.SINGLE));
  }

  private static Stream<Case> dilated() {
    Value x = Value.mixed(1, 1, 7, 6, 2);
    Value filter = Value.mixed(2, 3, 2, 2, 2);
    return Stream.of(
            Form.of("SAME").rate(2, 2),
            Form.of("SAME").rate(1, 3),
            Form.of("VALID").rate(2, 3),
            Form.explicit(1, 2, 0, 3).rate(2, 1),
            Form.explicit(7, 2, 0, 0).rate(2, 2),
            Form.of("SAME").rate(2, 2).stride(2, 1),
            Form.of("VALID").rate(2, 3).stride(2, 2))
        .flatMap(
            form ->
                Stream.of(
                    of("Conv2D", form, x, filter),
                    of("Conv2D", form, x, filter).with(Case.Trait.SINGLE)));
  }

  private static Stream<Case> depthwise() {
    Value x = Value.mixed(1, 1, 6, 5, 2);
    Value filter = Value.mixed(2, 3, 2, 2, 2);
    String type = "DepthwiseConv2dNative";
    return Stream.of(
        of(type, Form.of("SAME"), x, filter),
        of(type, Form.of("VALID").stride(2, 2), x, filter),
        of(type, Form.explicit(1, 2, 0, 3), x, filter),
        both(type, Form.of("SAME"), x, filter));
  }

  private static Stream<Case> transposed() {
    Value dy = Value.mixed(1, 1, 3, 2, 3);
    Value filter = Value.mixed(2, 3, 2, 2, 3);
    Case.Build flat =
        (m, x) ->
            Form.of("SAME")
                .stride(2, 2)
                .put(m.node("Conv2DBackpropInput").with(m.integers(1, 5, 4, 2), x.get(1), x.get(0)))
                .make();
    Case.Build depthwise =
        (m, x) ->
            Form.of("SAME")
                .stride(2, 2)
                .put(
                    m.node("DepthwiseConv2dNativeBackpropInput")
                        .with(m.integers(1, 5, 4, 1), x.get(1), x.get(0)))
                .make();
    return Stream.of(
        Case.of("Conv2DBackpropInput", "", List.of(dy, filter), flat),
        Case.of(
            "DepthwiseConv2dNativeBackpropInput",
            "",
            List.of(dy, Value.mixed(3, 3, 2, 1, 3)),
            depthwise));
  }

  private static Stream<Case> solid() {
    Value x = Value.mixed(1, 1, 3, 4, 3, 2);
    Value filter = Value.mixed(2, 2, 3, 2, 2, 2);
    List<Long> strides = List.of(1L, 2L, 1L, 1L, 1L);
    return Stream.of("SAME", "VALID")
        .flatMap(
            padding ->
                Stream.of(
                    Case.of(
                        "Conv3D",
                        padding,
                        List.of(x, filter),
                        (m, in) ->
                            solid(m.node("Conv3D").with(in.get(0), in.get(1)), padding, strides)),
                    Case.of(
                        "Conv3DBackpropInputV2",
                        padding,
                        List.of(
                            padding.equals("SAME")
                                ? Value.mixed(3, 1, 2, 4, 3, 2)
                                : Value.mixed(3, 1, 1, 2, 2, 2),
                            filter),
                        (m, in) ->
                            solid(
                                m.node("Conv3DBackpropInputV2")
                                    .with(m.integers(1, 3, 4, 3, 2), in.get(1), in.get(0)),
                                padding,
                                strides))));
  }

  private static Output<?> solid(NodeDraft node, String padding, List<Long> strides) {
    return node.attribute("padding", padding).attribute("strides", strides).make();
  }
}
