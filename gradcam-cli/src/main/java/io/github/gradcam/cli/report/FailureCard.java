package io.github.gradcam.cli.report;

import io.github.gradcam.cli.result.FailedPhoto;

/**
 * The place of a photo that could not be explained.
 *
 * @param file the photo's path
 * @param error why
 */
record FailureCard(String file, String error) implements ReportCard {

  static FailureCard of(FailedPhoto photo) {
    return new FailureCard(photo.file(), photo.error());
  }
}
