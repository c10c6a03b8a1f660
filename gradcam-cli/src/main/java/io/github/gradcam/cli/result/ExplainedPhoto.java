package io.github.gradcam.cli.result;

import io.github.gradcam.Explanation;
import io.github.gradcam.Prediction;
import io.github.gradcam.Provenance;
import io.github.gradcam.error.InvalidInputException;
import java.util.List;

/**
 * A photo and where the network looked.
 *
 * @param file the photo's path as the user would write it
 * @param explanations one for each score that was explained, at least one; they share predictions
 *     and provenance
 * @param milliseconds from reading the photo to its maps, as this photo's share of its batch
 */
public record ExplainedPhoto(String file, List<Explanation> explanations, double milliseconds)
    implements PhotoResult {

  /** Keeps the list. */
  public ExplainedPhoto {
    explanations = List.copyOf(explanations);
    if (explanations.isEmpty()) {
      throw new InvalidInputException(
          file + " has no explanation. Tell of it as a photo that failed.");
    }
    if (!Double.isFinite(milliseconds) || milliseconds < 0) {
      throw new InvalidInputException(
          file + " took " + milliseconds + " milliseconds, but time is finite and not negative.");
    }
  }

  /** What the network says of each class, most probable first; empty where it names no classes. */
  public List<Prediction> predictions() {
    return explanations.get(0).predictions();
  }

  /** Where the explanations come from. */
  public Provenance provenance() {
    return explanations.get(0).provenance();
  }
}
