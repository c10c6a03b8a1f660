package io.github.gradcam;

import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.error.UnsupportedOperationInModelException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds out which layers are but a name for the pooling they end in, such as the features of a VGG:
 * those that give, to the bit, what it gives. A block that adds something to it gives something
 * else.
 */
final class PooledEnds {

  private final Model model;
  private final Tensor noise;
  private final Map<String, Boolean> known = new HashMap<>();

  PooledEnds(Model model, Shape input) {
    this.model = model;
    this.noise = Noise.image(input);
  }

  /** Whether a layer only passes on what a pooling right before it gives. */
  boolean include(Candidate candidate) {
    return !candidate.sincePooling().isEmpty()
        && known.computeIfAbsent(candidate.layer().path(), path -> same(candidate));
  }

  private boolean same(Candidate candidate) {
    List<String> paths =
        Stream.concat(candidate.sincePooling().stream(), Stream.of(candidate.layer()))
            .map(Layer::path)
            .toList();
    try (Capture capture = model.hook(paths).forward(noise)) {
      Tensor pooled = capture.activations(paths.get(0));
      return paths.stream().skip(1).allMatch(path -> capture.activations(path).equals(pooled));
    } catch (UnexplainableLayerException | UnsupportedOperationInModelException notSeen) {
      // What cannot be looked at is not known to be the same.
      return false;
    }
  }
}
