package io.github.gradcam.cli.report;

import io.github.gradcam.Explanation;
import io.github.gradcam.Photo;
import io.github.gradcam.Prediction;
import io.github.gradcam.Provenance;
import io.github.gradcam.cli.result.ExplainedPhoto;
import io.github.gradcam.error.InvalidInputException;
import java.util.List;
import java.util.Optional;

/**
 * The place of a photo that was explained.
 *
 * @param file the photo's path
 * @param predictions the most probable classes, most probable first; empty where there are none
 * @param photo the photo alone
 * @param heats the photo with the heat for each score that was explained
 * @param provenance where the maps come from
 */
record PhotoCard(
    String file,
    List<Prediction> predictions,
    Thumbnail photo,
    List<HeatView> heats,
    Provenance provenance)
    implements ReportCard {

  private static final int PREDICTIONS = 3;

  static PhotoCard of(ExplainedPhoto explained, CardStyle style) {
    Photo small = photo(explained).within(style.longestSide());
    return new PhotoCard(
        explained.file(),
        explained.predictions().stream().limit(PREDICTIONS).toList(),
        Thumbnail.of(small.image()),
        explained.explanations().stream()
            .map(explanation -> HeatView.of(explanation, small, style.overlay()))
            .toList(),
        explained.provenance());
  }

  private static Photo photo(ExplainedPhoto explained) {
    Explanation first = explained.explanations().get(0);
    return first
        .heatmap()
        .photo()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "The explanation of "
                        + explained.file()
                        + " was made of a tensor, so there is no photo to show. Explain a photo."));
  }

  /** The class that the network sees, where it names classes. */
  Optional<Prediction> predicted() {
    return predictions.stream().findFirst();
  }

  /** Whether nothing in the layer spoke for at least one of the scores. */
  boolean hasEmptyMap() {
    return heats.stream().anyMatch(HeatView::empty);
  }
}
