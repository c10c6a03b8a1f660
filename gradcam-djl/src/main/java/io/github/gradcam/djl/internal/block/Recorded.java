package io.github.gradcam.djl.internal.block;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import io.github.gradcam.djl.internal.engine.Inputs;
import io.github.gradcam.djl.internal.rewrite.InputAxes;
import io.github.gradcam.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** What blocks have written down about their input. */
final class Recorded {

  private Recorded() {}

  /** The shape of one input for which a network was initialized. */
  static Optional<Shape> shape(Block block, Survey survey) {
    // A TorchScript network writes nothing down, and would make arrays of its own to answer.
    if (!survey.scripts().isEmpty()) {
      return Optional.empty();
    }
    ai.djl.ndarray.types.Shape[] shapes;
    try {
      shapes = block.getInputShapes();
    } catch (IllegalStateException | UnsupportedOperationException none) {
      return Optional.empty();
    }
    if (shapes == null || shapes.length != 1 || shapes[0].dimension() < 2) {
      return Optional.empty();
    }
    long[] item = shapes[0].slice(1).getShape();
    return LongStream.of(item).allMatch(length -> length > 0)
        ? Optional.of(Shape.of(LongStream.of(item).mapToInt(Math::toIntExact).toArray()))
        : Optional.empty();
  }

  /** What the network wants, as the recorded shape or its first convolution tells. */
  static Inputs inputs(Node root, Optional<Shape> shape) {
    if (shape.isPresent()) {
      return new Inputs(shape.get().rank() + 1, shape.get().length(0), InputAxes.KEPT);
    }
    List<Node> nodes = new ArrayList<>();
    flatten(root, nodes);
    for (Node node : nodes) {
      if (node instanceof Node.Script script) {
        return Inputs.of(script.catalog(), script.network().parameters());
      } else if (node instanceof Node.Whole whole && node.kind().matches("Conv[123]d")) {
        Parameter weight = whole.block().getDirectParameters().valueAt(0);
        return new Inputs(
            weight.getShape().dimension(),
            Math.toIntExact(weight.getShape().get(1)),
            InputAxes.KEPT);
      }
    }
    return new Inputs(0, 0, InputAxes.KEPT);
  }

  private static void flatten(Node node, List<Node> nodes) {
    nodes.add(node);
    Node.children(node).forEach(child -> flatten(child, nodes));
  }
}
