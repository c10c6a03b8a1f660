package io.github.gradcam;

import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.model.Layer;
import io.github.gradcam.tensor.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sorts out, by shapes and kinds alone, which layers could be explained. */
final class Candidates {

  private final List<Candidate> grids = new ArrayList<>();
  private final List<Candidate> some = new ArrayList<>();
  private final Set<Integer> tokens = new HashSet<>();
  private final List<Layer> pooled = new ArrayList<>();

  private Candidates() {}

  /**
   * The layers that could be explained, in the order of their execution; if all are pooling or the
   * like, those.
   *
   * @throws UnexplainableLayerException if no layer has a grid
   */
  static List<Candidate> of(List<Layer> layers, Layout layout, Shape input) {
    Candidates candidates = new Candidates();
    boolean follows = false;
    for (Layer layer : layers) {
      List<Layer> before = candidates.sincePooling(layer);
      Optional<Candidate> found =
          Grid.find(layout, layer.outputShape(), input)
              .map(grid -> new Candidate(layer, grid, before));
      found.ifPresent(candidates.grids::add);
      Optional<Candidate> sound = found.filter(candidate -> !candidate.isFinerThan(input));
      if (sound.isPresent()) {
        candidates.add(sound.get(), follows);
      }
      follows = sound.isPresent();
    }
    return candidates.chosen(layers.size(), input);
  }

  /** Takes note of a layer, and says what of its shape led from a pooling to it. */
  private List<Layer> sincePooling(Layer layer) {
    if (LayerKind.POOLS.fits(layer)
        || !pooled.isEmpty() && !pooled.get(0).outputShape().equals(layer.outputShape())) {
      pooled.clear();
    }
    List<Layer> before = List.copyOf(pooled);
    if (LayerKind.POOLS.fits(layer) || !pooled.isEmpty()) {
      pooled.add(layer);
    }
    return before;
  }

  private void add(Candidate candidate, boolean followsAnother) {
    if (candidate.isTokens()) {
      tokens.add(candidate.shape().length(0));
    }
    // Turning round is a layer's own work where what is turned was no grid, such as windows.
    boolean turned = followsAnother && LayerKind.TURNS.fits(candidate.layer());
    if (!turned
        && !LayerKind.POOLS.fits(candidate.layer())
        && !LayerKind.PASSES.fits(candidate.layer())) {
      some.add(candidate);
    }
  }

  private List<Candidate> chosen(int layers, Shape input) {
    if (grids.isEmpty()) {
      throw new UnexplainableLayerException(
          Layer.INPUT,
          "None of the model's "
              + layers
              + " layers has spatial axes for an input "
              + input
              + ". Is the input large enough? Else name a layer, and declare its layout.");
    }
    some.removeIf(candidate -> candidate.isAttention(tokens));
    return some.isEmpty() ? grids : some;
  }
}
