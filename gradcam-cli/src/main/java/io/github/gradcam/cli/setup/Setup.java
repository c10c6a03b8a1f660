package io.github.gradcam.cli.setup;

import io.github.gradcam.image.Preprocessing;
import java.util.List;

/**
 * How photos are shown to a model and what its classes are called.
 *
 * @param preprocessing what makes the network's input of a photo
 * @param labels the classes' names by index; empty if unknown
 * @param assumptions what nobody said and was assumed or read beside the model, one sentence each
 */
public record Setup(Preprocessing preprocessing, List<String> labels, List<String> assumptions) {

  /** Keeps the lists. */
  public Setup {
    labels = List.copyOf(labels);
    assumptions = List.copyOf(assumptions);
  }
}
