package io.github.gradcam;

import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the layer that is explained where the user names none, as one who knows the network
 * would.
 *
 * <p>With scores for the whole image: the last layer with a grid that bears on the score by its
 * grid. Pooling and what only passes on are gone back over, and so are score maps, the norm that
 * closes a transformer's last stage, and whatever ends in a pooling and gives the same numbers.
 * Behind a class token's last look at the grid no layer bears by its grid, which leads back to the
 * last block's first norm.
 *
 * <p>With scores for every place: the layer with the most channels, where meaning has come together
 * before it is spread out again; of several the coarsest, of those the last.
 *
 * <p>Names play no part. What bears on the score is found by passes over one image of noise.
 */
final class DefaultLayer {

  private final List<Candidate> candidates;
  private final Reaches reaches;
  private final PooledEnds pooled;

  private DefaultLayer(List<Candidate> candidates, Reaches reaches, PooledEnds pooled) {
    this.candidates = candidates;
    this.reaches = reaches;
    this.pooled = pooled;
  }

  /**
   * Chooses.
   *
   * @param model the model
   * @param layout how activations are to be read
   * @param input the shape of one input
   * @return the layer's path
   * @throws UnexplainableLayerException if no layer has a grid
   */
  static String of(Model model, Layout layout, Shape input) {
    List<Candidate> backwards = new ArrayList<>(Candidates.of(model.layers(input), layout, input));
    Collections.reverse(backwards);
    if (backwards.size() == 1) {
      return backwards.get(0).layer().path();
    }
    Reaches reaches = new Reaches(model, input, backwards);
    PooledEnds pooled = new PooledEnds(model, input);
    boolean everywhere = reaches.output().filter(o -> o.rank() == 1 + input.rank()).isPresent();
    Optional<Candidate> chosen =
        everywhere
            ? densest(model, input, backwards, pooled)
            : new DefaultLayer(backwards, reaches, pooled).beforeTheHead();
    // Where no gradient shows anything, the explanation itself will say why.
    return chosen.orElse(backwards.get(0)).layer().path();
  }

  private static Optional<Candidate> densest(
      Model model, Shape input, List<Candidate> backwards, PooledEnds pooled) {
    List<Candidate> order = new ArrayList<>(backwards);
    order.sort(
        Comparator.comparingInt(Candidate::channels).reversed().thenComparingInt(Candidate::cells));
    Reaches reaches = new Reaches(model, input, order);
    return order.stream()
        .filter(candidate -> reaches.of(candidate) == Reach.GRID)
        .filter(candidate -> !pooled.include(candidate))
        .findFirst();
  }

  private Optional<Candidate> beforeTheHead() {
    Optional<Shape> stream = Optional.empty();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      Reach reach = reaches.of(candidate);
      if (reach == Reach.GRID && pooled.include(candidate)) {
        continue;
      }
      if (reach == Reach.BESIDE_THE_GRID && stream.isEmpty()) {
        stream = Optional.of(candidate.shape());
      } else if (reach == Reach.GRID && stream.isEmpty()) {
        return Optional.of(LayerKind.CLOSES.fits(candidate.layer()) ? closed(i) : candidate);
      } else if (reach == Reach.GRID && stream.get().equals(candidate.shape())) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** What a norm closes: the layer before it, if that has its shape. */
  private Candidate closed(int norm) {
    Candidate closing = candidates.get(norm);
    return candidates.subList(norm + 1, candidates.size()).stream()
        .limit(1)
        .filter(before -> before.shape().equals(closing.shape()))
        .filter(before -> reaches.of(before) == Reach.GRID && !pooled.include(before))
        .findFirst()
        .orElse(closing);
  }
}
