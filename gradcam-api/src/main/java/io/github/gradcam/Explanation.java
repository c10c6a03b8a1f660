package io.github.gradcam;

import io.github.gradcam.model.OutputKind;
import io.github.gradcam.target.Score;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Where a network looked for one score of one image, and the whole story around it. Immutable.
 *
 * @param heatmap the map; {@link Heatmap#isEmpty()} tells when nothing in the layer spoke for the
 *     score
 * @param score what was explained
 * @param value the score's value for this image
 * @param scoreKind what the network's output is; {@link OutputKind#PROBABILITIES} warns that a
 *     saturated score may have hardly any gradient
 * @param predictions from the same forward pass, most probable first; empty where the output is not
 *     one score a class
 * @param provenance the model, layers and method
 */
public record Explanation(
    Heatmap heatmap,
    Score score,
    double value,
    OutputKind scoreKind,
    List<Prediction> predictions,
    Provenance provenance) {

  /** The probability of the class that was explained, where it is one. */
  public OptionalDouble probability() {
    return score.classIndex().isEmpty()
        ? OptionalDouble.empty()
        : predictions.stream()
            .filter(prediction -> prediction.classIndex() == score.classIndex().getAsInt())
            .mapToDouble(Prediction::probability)
            .findFirst();
  }

  /** One line for a figure: {@code church 99.8 % · layer4 · grad-cam}. */
  public String caption() {
    StringBuilder caption = new StringBuilder(score.description());
    probability().ifPresent(p -> caption.append(String.format(Locale.ROOT, " %.1f %%", 100 * p)));
    caption.append(" · ").append(String.join(" + ", provenance.layers()));
    caption.append(" · ").append(provenance.method());
    return (heatmap.isEmpty() ? caption.append(" · no evidence") : caption).toString();
  }
}
