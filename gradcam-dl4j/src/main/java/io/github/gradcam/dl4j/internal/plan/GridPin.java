package io.github.gradcam.dl4j.internal.plan;

import io.github.gradcam.dl4j.rule.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;

/**
 * Where a network makes a row of a grid, the grid's size is written down. Which images lead to it
 * is told by Deeplearning4j's own arithmetic: larger images lead to grids that are no smaller.
 *
 * @param nodes the network, in an order in which what flows in comes first
 * @param input the name of its input
 */
record GridPin(List<Node> nodes, String input) {

  /** The sides that networks usually have. */
  private static final int[] USUAL = {
    224, 299, 32, 28, 64, 96, 128, 160, 192, 256, 227, 48, 100, 150, 200, 300, 331, 384, 416, 512
  };

  private static final int LARGEST = 4096;

  /** The heights and widths that images may have, if there is such a place. */
  Optional<List<Side>> sides(int channels, Layout layout) {
    for (Node node : nodes) {
      if (node.before().orElse(null) instanceof CnnToFeedForwardPreProcessor grid
          && grid.getInputHeight() > 0
          && grid.getInputWidth() > 0) {
        Grids grids = new Grids(nodes, input, channels, layout, node.inputs().get(0));
        Optional<Side> height =
            side(grids, InputTypeConvolutional::getHeight, grid.getInputHeight());
        Optional<Side> width = side(grids, InputTypeConvolutional::getWidth, grid.getInputWidth());
        return height.flatMap(high -> width.map(wide -> List.of(high, wide)));
      }
    }
    return Optional.empty();
  }

  private static Optional<Side> side(
      Grids grids, ToLongFunction<InputTypeConvolutional> length, long wanted) {
    int least = first(grids, length, wanted);
    int most = first(grids, length, wanted + 1) - 1;
    if (most < least || most >= LARGEST) {
      return Optional.empty();
    }
    int usual = Arrays.stream(USUAL).filter(n -> least <= n && n <= most).findFirst().orElse(least);
    return Optional.of(new Side(least, most, usual));
  }

  /** The first side that leads to so long a grid, or a longer one. */
  private static int first(
      Grids grids, ToLongFunction<InputTypeConvolutional> length, long wanted) {
    int below = 0;
    int enough = LARGEST + 1;
    while (enough - below > 1) {
      int middle = (below + enough) / 2;
      if (grids.of(middle).map(length::applyAsLong).orElse(0L) >= wanted) {
        enough = middle;
      } else {
        below = middle;
      }
    }
    return enough;
  }
}
