package io.github.gradcam.examples.vgg16.evaluation;

/** What the study that this one grew from reached with the same network on the same photos. */
final class FirstStudy {

  static final double TRAINING = 0.950;
  static final double VALIDATION = 0.922;
  static final double TEST = 0.911;

  private FirstStudy() {}
}
