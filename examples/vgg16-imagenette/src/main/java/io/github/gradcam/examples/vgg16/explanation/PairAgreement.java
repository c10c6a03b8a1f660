package io.github.gradcam.examples.vgg16.explanation;

import io.github.gradcam.examples.vgg16.data.PhotoFile;
import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How far apart the heatmaps of two engines are, each between 0 and 1.
 *
 * @param one an engine and its version
 * @param other another
 * @param photos how many photos were compared
 * @param atLayer the largest difference anywhere, at the layer's own resolution
 * @param overInput the largest difference anywhere, at the resolution of the network's input
 * @param mean the mean over all photos and places, at the resolution of the network's input
 * @param worst the photo with the largest difference
 */
public record PairAgreement(
    String one,
    String other,
    int photos,
    double atLayer,
    double overInput,
    double mean,
    PhotoFile worst) {

  /** The largest difference of all. */
  public double largest() {
    return Math.max(atLayer, overInput);
  }

  /** Whether nothing is further apart than {@link HeatmapAgreement#LIMIT}. */
  public boolean holds() {
    return largest() <= HeatmapAgreement.LIMIT;
  }

  /** One line for a person. */
  public String line() {
    return String.format(
        Locale.ROOT,
        "%s and %s, heatmaps of %d photos: at most %.1e apart at the layer, %.1e over the photo,"
            + " %.1e on average; %s the limit of %.0e. Furthest: %s.",
        one,
        other,
        photos,
        atLayer,
        overInput,
        mean,
        holds() ? "within" : "ABOVE",
        HeatmapAgreement.LIMIT,
        worst.name());
  }

  /** The differences of two engines, photo by photo, in one; at least one photo. */
  static PairAgreement of(String one, String other, Map<PhotoFile, PhotoDifference> differences) {
    return new PairAgreement(
        one,
        other,
        differences.size(),
        most(differences, difference -> difference.atLayer().largest()),
        most(differences, difference -> difference.overInput().largest()),
        differences.values().stream()
            .mapToDouble(difference -> difference.overInput().mean())
            .average()
            .orElseThrow(),
        Collections.max(
                differences.entrySet(),
                Comparator.comparingDouble(entry -> entry.getValue().largest()))
            .getKey());
  }

  private static double most(
      Map<PhotoFile, PhotoDifference> differences, ToDoubleFunction<PhotoDifference> of) {
    return differences.values().stream().mapToDouble(of).max().orElseThrow();
  }
}
