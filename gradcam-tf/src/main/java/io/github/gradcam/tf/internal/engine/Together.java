package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.tf.internal.gradient.WayBack;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * How many ways back may go at once, as one way for as many times the images. The weights are then
 * read once, but what was kept is repeated: that many go together as take no more memory for this
 * than the weights do.
 */
final class Together {

  private final WayBack way;
  private final Map<Integer, Boolean> shown = new ConcurrentHashMap<>();

  Together(WayBack way) {
    this.way = way;
  }

  /**
   * At least one.
   *
   * @param wanted how many there are
   * @param images how many images a way is for
   * @param kept how many bytes were kept for them
   * @param trial whether two ways together end where they end one by one; empty if that cannot be
   *     told from these images
   */
  int most(int wanted, int images, long kept, Supplier<Optional<Boolean>> trial) {
    if (!way.itemwise() || wanted < 2) {
      return 1;
    }
    int most = (int) Math.min(wanted, way.weights() / Math.max(1, kept));
    return most >= 2 && isShown(images, trial) ? most : 1;
  }

  /** The graph alone does not prove that no image has a part in the way of another. */
  private boolean isShown(int images, Supplier<Optional<Boolean>> trial) {
    Boolean known = shown.get(images);
    if (known != null) {
      return known;
    }
    Optional<Boolean> found = trial.get();
    found.ifPresent(holds -> shown.put(images, holds));
    return found.orElse(false);
  }
}
