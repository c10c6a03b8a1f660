package io.github.gradcam;

import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.model.Layer;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A layer that could be explained.
 *
 * @param layer the layer
 * @param grid how its activations are read
 */
record Candidate(Layer layer, Grid grid) {

  /** What makes nothing of its own: it pools, thins out or passes on. */
  private static final Pattern POOLS =
      Pattern.compile(
          ".*pool(ing)?_?([123]d)?(same)?|.*drop(out|path|_path)?_?([123]d)?|stochasticdepth|identity"
              + "|input(layer)?");

  /** What only puts the same numbers elsewhere. */
  private static final Pattern TURNS =
      Pattern.compile("permute|transpose|swapaxes|flatten|reshape|view|contiguous|clone");

  /** What closes a stage of a transformer and is no stage itself. */
  private static final Pattern CLOSES = Pattern.compile(".*(layer|rms)_?norm(alization)?(2d)?");

  /**
   * The layers that could be explained, in the order of their execution.
   *
   * @throws UnexplainableLayerException if there are none
   */
  static List<Candidate> all(List<Layer> layers, Layout layout, Shape input) {
    List<Candidate> grids = new ArrayList<>();
    List<Candidate> some = new ArrayList<>();
    Set<Integer> tokens = new HashSet<>();
    boolean follows = false;
    for (Layer layer : layers) {
      Optional<Candidate> found =
          Grid.find(layout, layer.outputShape(), input).map(grid -> new Candidate(layer, grid));
      found.ifPresent(grids::add);
      Optional<Candidate> sound = found.filter(candidate -> !candidate.isFinerThan(input));
      boolean turned = follows;
      sound
          .filter(candidate -> !candidate.is(POOLS) && !(turned && candidate.is(TURNS)))
          .ifPresent(some::add);
      sound.filter(Candidate::isTokens).ifPresent(c -> tokens.add(c.shape().length(0)));
      follows = sound.isPresent();
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
    some.removeIf(candidate -> candidate.isAttention(tokens));
    return some.isEmpty() ? grids : some;
  }

  /** Whether there are more places than the image has: then those are no places of the image. */
  private boolean isFinerThan(Shape input) {
    int[] lengths = grid.canonical().toArray();
    return !isTokens()
        && IntStream.range(1, lengths.length).anyMatch(axis -> lengths[axis] > input.length(axis));
  }

  /** Whether an axis that looks like one of space counts tokens, head by head. */
  private boolean isAttention(Set<Integer> tokens) {
    return !isTokens() && Arrays.stream(shape().toArray()).skip(1).anyMatch(tokens::contains);
  }

  /** Whether it is a norm of the kind that closes a transformer's stage. */
  boolean closes() {
    return is(CLOSES);
  }

  private boolean is(Pattern kind) {
    return kind.matcher(layer.kind().toLowerCase(Locale.ROOT)).matches();
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
