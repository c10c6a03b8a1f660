package io.github.gradcam;

import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.model.Layer;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A layer that could be explained.
 *
 * @param layer the layer
 * @param grid how its activations are read
 */
record Candidate(Layer layer, Grid grid) {

  /** What makes nothing of its own: it pools, thins out, turns round or passes on. */
  private static final Pattern PASSES_ON =
      Pattern.compile(
          ".*pool(ing)?_?([123]d)?(same)?|.*drop(out|path|_path)?_?([123]d)?|stochasticdepth|identity"
              + "|permute|transpose|flatten|reshape|view|contiguous|clone|input(layer)?");

  /** What closes a stage of a transformer and is no stage itself. */
  private static final Pattern CLOSES = Pattern.compile(".*(layer|rms)_?norm(alization)?(2d)?");

  /**
   * The layers that could be explained, in the order of their execution.
   *
   * @throws UnexplainableLayerException if there are none
   */
  static List<Candidate> all(List<Layer> layers, Layout layout, Shape input) {
    List<Candidate> grids = new ArrayList<>();
    for (Layer layer : layers) {
      Grid.find(layout, layer.outputShape(), input)
          .ifPresent(grid -> grids.add(new Candidate(layer, grid)));
    }
    if (grids.isEmpty()) {
      throw new UnexplainableLayerException(
          Layer.INPUT,
          "None of the model's "
              + layers.size()
              + " layers has spatial axes for an input "
              + input
              + ". Is the input large enough? Else name a layer, and declare its layout.");
    }
    Set<Integer> tokens =
        grids.stream()
            .filter(Candidate::isTokens)
            .map(candidate -> candidate.shape().length(0))
            .collect(Collectors.toSet());
    List<Candidate> some =
        grids.stream()
            .filter(candidate -> !candidate.passesOn() && !candidate.isAttention(tokens))
            .toList();
    return some.isEmpty() ? grids : some;
  }

  /** Whether an axis that looks like one of space counts tokens, head by head. */
  private boolean isAttention(Set<Integer> tokens) {
    return !isTokens() && Arrays.stream(shape().toArray()).skip(1).anyMatch(tokens::contains);
  }

  private boolean passesOn() {
    return PASSES_ON.matcher(kind()).matches();
  }

  boolean closes() {
    return CLOSES.matcher(kind()).matches();
  }

  private String kind() {
    return layer.kind().toLowerCase(Locale.ROOT);
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

  private boolean isTokens() {
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
