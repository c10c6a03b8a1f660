package io.github.gradcam.cli.result;

import io.github.gradcam.Explanation;
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
  }
}
