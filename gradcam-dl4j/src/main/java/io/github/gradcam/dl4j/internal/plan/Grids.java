package io.github.gradcam.dl4j.internal.plan;

import io.github.gradcam.dl4j.rule.Layout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;

/**
 * The grids that square images become, by Deeplearning4j's arithmetic of shapes, which computes no
 * arrays.
 *
 * @param nodes the network, in an order in which what flows in comes first
 * @param input the name of its input
 * @param channels how many channels an image has
 * @param layout where it has them
 * @param target the name of the layer whose grid is asked for
 */
record Grids(List<Node> nodes, String input, int channels, Layout layout, String target) {

  /** The grid of an image with a side, if it is large enough. */
  Optional<InputTypeConvolutional> of(int side) {
    CNN2DFormat format = layout == Layout.CHANNELS_LAST ? CNN2DFormat.NHWC : CNN2DFormat.NCHW;
    Map<String, InputType> shapes = new HashMap<>();
    shapes.put(input, InputType.convolutional(side, side, channels, format));
    for (Node node : nodes) {
      if (shapes.containsKey(target)) {
        break;
      }
      if (shapes.keySet().containsAll(node.inputs())) {
        output(node, node.inputs().stream().map(shapes::get).toList())
            .ifPresent(shape -> shapes.put(node.name(), shape));
      }
    }
    return Optional.ofNullable(shapes.get(target))
        .filter(InputTypeConvolutional.class::isInstance)
        .map(InputTypeConvolutional.class::cast)
        .filter(grid -> grid.getHeight() > 0 && grid.getWidth() > 0);
  }

  private static Optional<InputType> output(Node node, List<InputType> given) {
    try {
      return Optional.ofNullable(node.output(given));
    } catch (RuntimeException unfit) {
      // The arithmetic's way to say that the image is too small, or that it knows no answer.
      return Optional.empty();
    }
  }
}
