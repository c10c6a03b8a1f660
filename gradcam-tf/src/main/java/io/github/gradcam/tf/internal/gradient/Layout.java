package io.github.gradcam.tf.internal.gradient;

/**
 * Where the dimensions of a batch of images are.
 *
 * @param channels the axis of the channels
 * @param height the axis of the height
 * @param width the axis of the width
 */
record Layout(int channels, int height, int width) {

  /** The layout that an operation on images says it works in. */
  static Layout of(Step step) {
    return switch (step.text("data_format")) {
      case "NHWC" -> new Layout(3, 1, 2);
      case "NCHW" -> new Layout(1, 2, 3);
      default -> throw step.unsupported("its data format is " + step.text("data_format") + ".");
    };
  }
}
