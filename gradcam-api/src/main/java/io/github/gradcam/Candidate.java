package io.github.gradcam;

import io.github.gradcam.model.Layer;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A layer that could be explained.
 *
 * @param layer the layer
 * @param grid how its activations are read
 * @param sincePooling the pooling that is executed before it and what is executed since then, if
 *     all have its shape; else nothing
 */
record Candidate(Layer layer, Grid grid, List<Layer> sincePooling) {

  /** Whether there are more places than the image has: then those are no places of the image. */
  boolean isFinerThan(Shape input) {
    int[] lengths = grid.canonical().toArray();
    return lengths.length == input.rank()
        && IntStream.range(1, lengths.length).anyMatch(axis -> lengths[axis] > input.length(axis));
  }

  /** Whether an axis that looks like one of space counts tokens, head by head. */
  boolean isAttention(Set<Integer> tokens) {
    return !isTokens() && Arrays.stream(shape().toArray()).skip(1).anyMatch(tokens::contains);
  }

  Shape shape() {
    return layer.outputShape();
  }

  int channels() {
    return grid.canonical().length(0);
  }

  int cells() {
    return grid.canonical().item().size();
  }

  boolean isTokens() {
    return grid.layout() instanceof Layout.Tokens;
  }

  /**
   * What a gradient says of this layer.
   *
   * @param gradient of one class's score, for one image
   * @param classes how many classes there are
   */
  Reach reach(Tensor gradient, int classes) {
    Tensor onGrid = grid.read(gradient);
    if (isZero(onGrid.toBuffer())) {
      return isZero(gradient.toBuffer()) ? Reach.NONE : Reach.BESIDE_THE_GRID;
    }
    FloatBuffer others = onGrid.toBuffer();
    others.position(cells());
    return classes > 1 && channels() == classes && isZero(others) ? Reach.SCORES : Reach.GRID;
  }

  private static boolean isZero(FloatBuffer values) {
    while (values.hasRemaining()) {
      if (values.get() != 0) {
        return false;
      }
    }
    return true;
  }
}
