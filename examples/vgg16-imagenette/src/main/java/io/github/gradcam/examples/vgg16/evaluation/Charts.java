package io.github.gradcam.examples.vgg16.evaluation;

import java.awt.image.BufferedImage;

/**
 * The charts of a report.
 *
 * @param confusion the confusion matrix
 * @param reliability the reliability diagram
 */
record Charts(BufferedImage confusion, BufferedImage reliability) {

  static Charts of(Evaluation evaluation) {
    return new Charts(
        new ConfusionPicture(evaluation.confusion()).image(),
        new ReliabilityPicture(evaluation.calibration()).image());
  }
}
