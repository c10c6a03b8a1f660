package io.github.gradcam.djl.internal.head;

import io.github.gradcam.djl.internal.graph.Argument;
import io.github.gradcam.djl.internal.graph.Node;
import java.util.List;
import java.util.Set;

/** A line of the simpler program. */
sealed interface Step {

  /** Lays the network's input out as convolutions like it. */
  record Begin() implements Step {}

  /** A convolution with all that it does in one. */
  record Convolve(Node x, Recipe.Kernel kernel, Activation activation) implements Step {}

  /**
   * An operator as it stands in the source.
   *
   * @param operator the operator
   */
  record Apply(Node.Operator operator) implements Step {

    /** What computes each image's numbers from that image's alone. */
    private static final Set<String> APART =
        Set.of(
            "relu",
            "relu6",
            "hardtanh",
            "hardswish",
            "hardsigmoid",
            "leaky_relu",
            "elu",
            "silu",
            "gelu",
            "mish",
            "sigmoid",
            "tanh",
            "batch_norm",
            "max_pool2d",
            "avg_pool2d",
            "adaptive_avg_pool2d");

    /** The same, between tensors that have an image's numbers each. */
    private static final Set<String> POINTWISE = Set.of("add", "sub", "mul", "div");

    private static final Argument CHANNELS = new Argument.Literal("1");

    private boolean keepsApart() {
      return switch (operator.name()) {
        case "cat" -> operator.arguments().size() == 2 && CHANNELS.equals(along());
        default ->
            APART.contains(operator.name())
                || (POINTWISE.contains(operator.name()) && operator.stored().findAny().isEmpty());
      };
    }

    private Argument along() {
      Argument last = operator.arguments().get(1);
      return last instanceof Argument.Named named ? named.value() : last;
    }
  }

  /** The tensors that it reads. */
  default List<Node> reads() {
    if (this instanceof Convolve convolve) {
      return List.of(convolve.x);
    }
    return this instanceof Apply apply ? apply.operator.reads() : List.of();
  }

  /** Whether it surely computes what it computes of an image from that image alone. */
  default boolean keepsImagesApart() {
    return !(this instanceof Apply apply) || apply.keepsApart();
  }
}
