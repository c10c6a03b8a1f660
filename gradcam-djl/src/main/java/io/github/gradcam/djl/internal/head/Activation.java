package io.github.gradcam.djl.internal.head;

import io.github.gradcam.djl.internal.graph.Argument;
import io.github.gradcam.djl.internal.graph.Node;
import java.util.List;
import java.util.Optional;

/**
 * An activation that a convolution can compute in the same breath.
 *
 * @param name as the fused operator calls it
 * @param numbers its parameters, as source writes them
 * @param algorithm which of its definitions, or an empty string
 */
record Activation(String name, List<String> numbers, String algorithm) {

  static final Activation NONE = new Activation("none", List.of(), "");

  /** Reads an operator; empty if it is no such activation. */
  static Optional<Activation> of(Node.Operator operator) {
    List<String> numbers =
        operator.arguments().stream()
            .skip(1)
            .map(argument -> argument instanceof Argument.Literal literal ? literal.text() : "")
            .toList();
    return switch (operator.name()) {
      case "relu", "sigmoid", "tanh", "hardswish", "hardsigmoid" -> plain(operator.name());
      case "silu" -> plain("swish");
      case "relu6" -> Optional.of(new Activation("hardtanh", List.of("0.", "6."), ""));
      case "hardtanh" ->
          Optional.of(new Activation("hardtanh", numbers, ""))
              .filter(found -> numbers.size() == 2 && numbers.stream().noneMatch(String::isEmpty));
      case "gelu" ->
          Optional.of(new Activation("gelu", List.of(), "none"))
              .filter(found -> numbers.isEmpty() || numbers.equals(List.of("\"none\"")));
      default -> Optional.empty();
    };
  }

  private static Optional<Activation> plain(String name) {
    return Optional.of(new Activation(name, List.of(), ""));
  }
}
