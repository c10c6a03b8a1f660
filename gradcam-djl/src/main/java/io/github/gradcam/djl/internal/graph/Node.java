package io.github.gradcam.djl.internal.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A tensor that the network computes; compared by identity. */
public sealed interface Node {

  /** The network's input. */
  final class Input implements Node {}

  /** A two-dimensional convolution whose weights are stored. */
  final class Convolution implements Node {

    private final Node x;
    private final String weight;
    private final Argument bias;
    private final Geometry geometry;

    Convolution(Node x, String weight, Argument bias, Geometry geometry) {
      this.x = x;
      this.weight = weight;
      this.bias = bias;
      this.geometry = geometry;
    }

    /** What it convolves. */
    public Node x() {
      return x;
    }

    /** Where its weight is stored. */
    public String weight() {
      return weight;
    }

    /** Where its bias is stored, or none. */
    public Argument bias() {
      return bias;
    }

    /** How it moves. */
    public Geometry geometry() {
      return geometry;
    }
  }

  /** Any other operator, with no effect but its result. */
  final class Operator implements Node {

    private final String name;
    private final List<Argument> arguments;

    Operator(String name, List<Argument> arguments) {
      this.name = name;
      this.arguments = arguments;
    }

    /** Its name without {@code torch.}. */
    public String name() {
      return name;
    }

    /** Whether its result has memory of its own: a view looks at another tensor's. */
    public boolean ownsMemory() {
      return !Operators.VIEWS.contains(name);
    }

    /** Whether its derivative makes no jump anywhere. */
    boolean isSmooth() {
      return Operators.SMOOTH.contains(name) || Operators.VIEWS.contains(name);
    }

    /** Whether its way back costs little beside that through large matrices, or is one of those. */
    boolean isLightOrMatrix() {
      return Operators.MATRICES.contains(name)
          || Operators.LIGHT.contains(name)
          || Operators.VIEWS.contains(name);
    }

    /** Its arguments in order, named ones last. */
    public List<Argument> arguments() {
      return arguments;
    }
  }

  /**
   * How a convolution moves, each as the source writes it.
   *
   * @param stride such as {@code [1, 1]}
   * @param padding such as {@code [0, 0]}
   * @param dilation such as {@code [1, 1]}
   * @param groups such as {@code 1}
   */
  record Geometry(String stride, String padding, String dilation, String groups) {}

  /** The nodes that it reads, in order; one that is read twice is there twice. */
  default List<Node> reads() {
    if (this instanceof Convolution convolution) {
      return List.of(convolution.x);
    } else if (this instanceof Operator operator) {
      List<Node> reads = new ArrayList<>();
      operator.arguments.forEach(argument -> argument.nodes().forEach(reads::add));
      return reads;
    }
    return List.of();
  }

  /** Where what it reads is stored. */
  default Stream<String> stored() {
    if (this instanceof Convolution convolution) {
      return Stream.concat(Stream.of(convolution.weight), convolution.bias.stored());
    }
    return this instanceof Operator operator
        ? operator.arguments.stream().flatMap(Argument::stored)
        : Stream.empty();
  }
}
