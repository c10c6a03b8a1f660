package io.github.gradcam.cli.report;

import io.github.gradcam.cli.result.ExplainedPhoto;
import io.github.gradcam.cli.result.FailedPhoto;
import io.github.gradcam.cli.result.PhotoResult;

/**
 * A photo's place in the report. Immutable and small: it holds thumbnails, not the photo and not
 * its maps.
 */
public sealed interface ReportCard permits PhotoCard, FailureCard {

  /**
   * Makes a card: draws and encodes its thumbnails, which is most of what a report costs. Safe for
   * any number of threads.
   *
   * @param result what became of the photo
   * @param style how it is shown
   * @return the card
   * @throws io.github.gradcam.error.InvalidInputException if an explanation has no photo
   */
  static ReportCard of(PhotoResult result, CardStyle style) {
    // A switch over the sealed type would need Java 21.
    return result instanceof ExplainedPhoto photo
        ? PhotoCard.of(photo, style)
        : FailureCard.of((FailedPhoto) result);
  }
}
