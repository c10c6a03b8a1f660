package io.github.gradcam.djl.internal.head;

import io.github.gradcam.djl.internal.graph.Argument;
import io.github.gradcam.djl.internal.graph.Node;
import java.util.List;
import java.util.Optional;

/**
 * A batch norm with fixed statistics.
 *
 * @param weight where its weight is stored, or empty for ones
 * @param bias where its bias is stored, or empty for zeros
 * @param mean where its mean is stored
 * @param variance where its variance is stored
 * @param epsilon what is added to the variance, as source writes it
 */
record Norm(
    Optional<String> weight, Optional<String> bias, String mean, String variance, String epsilon) {

  private static final int EPSILON = 7;

  /** Reads an operator; empty if it is no such batch norm. */
  static Optional<Norm> of(Node.Operator operator) {
    List<Argument> arguments = operator.arguments();
    if (operator.name().equals("batch_norm")
        && arguments.size() > EPSILON
        && arguments.get(3) instanceof Argument.Stored mean
        && arguments.get(4) instanceof Argument.Stored variance
        && arguments.get(EPSILON) instanceof Argument.Literal epsilon) {
      return Optional.of(
          new Norm(
              path(arguments.get(1)),
              path(arguments.get(2)),
              mean.path(),
              variance.path(),
              epsilon.text()));
    }
    return Optional.empty();
  }

  static Optional<String> path(Argument argument) {
    return argument.stored().findFirst();
  }
}
