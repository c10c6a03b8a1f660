package io.github.gradcam.djl.internal.graph;

import java.util.List;
import java.util.stream.Stream;

/** An argument of an operator. */
public sealed interface Argument {

  /** A computed tensor. */
  record Computed(Node node) implements Argument {}

  /** A parameter, buffer or constant of the file, by its path. */
  record Stored(String path) implements Argument {}

  /** A number, string, {@code None} or the like, as source writes it. */
  record Literal(String text) implements Argument {

    static final Literal NONE = new Literal("None");
  }

  /** A list. */
  record Several(List<Argument> items) implements Argument {}

  /** {@code name=value}. */
  record Named(String name, Argument value) implements Argument {}

  /** The computed tensors in it. */
  default Stream<Node> nodes() {
    if (this instanceof Computed computed) {
      return Stream.of(computed.node);
    } else if (this instanceof Several several) {
      return several.items.stream().flatMap(Argument::nodes);
    }
    return this instanceof Named named ? named.value.nodes() : Stream.empty();
  }

  /** The paths of the stored tensors in it. */
  default Stream<String> stored() {
    if (this instanceof Stored stored) {
      return Stream.of(stored.path);
    } else if (this instanceof Several several) {
      return several.items.stream().flatMap(Argument::stored);
    }
    return this instanceof Named named ? named.value.stored() : Stream.empty();
  }
}
