package io.github.gradcam.cli.report;

import io.github.gradcam.Explanation;
import io.github.gradcam.Photo;
import io.github.gradcam.image.Overlay;
import java.util.OptionalDouble;

/**
 * A photo with the heat for one score.
 *
 * @param description what was explained
 * @param value the score's value
 * @param probability of its class, if it belongs to one
 * @param empty whether nothing in the layer spoke for it
 * @param whereabouts in which part of the photo most of the heat lies; of an empty map, nowhere
 * @param picture the photo with the heat
 */
record HeatView(
    String description,
    double value,
    OptionalDouble probability,
    boolean empty,
    Whereabouts whereabouts,
    Thumbnail picture) {

  static HeatView of(Explanation explanation, Photo small, Overlay style) {
    return new HeatView(
        explanation.score().description(),
        explanation.value(),
        explanation.probability(),
        explanation.heatmap().isEmpty(),
        Whereabouts.of(explanation.heatmap().normalized(), small.placement()),
        Thumbnail.of(
            style
                .draw(small.image(), explanation.heatmap().normalized(), small.placement())
                .image()));
  }
}
