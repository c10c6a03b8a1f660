package io.github.gradcam.examples.vgg16.evaluation;

import java.awt.image.BufferedImage;

/**
 * A mistake, and what the network looked at.
 *
 * @param answer what the network said, one of {@link Evaluation#mistakes()}
 * @param photo the photo, of any size
 * @param overlay the photo with the heatmap for the wrong class
 */
public record ShownMistake(Answer answer, BufferedImage photo, BufferedImage overlay) {}
