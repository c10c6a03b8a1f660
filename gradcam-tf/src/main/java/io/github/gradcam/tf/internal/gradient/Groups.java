package io.github.gradcam.tf.internal.gradient;

/** How many convolutions side by side a convolution is. */
final class Groups {

  /** Where a filter says how many channels it takes. */
  static final int TAKEN = 2;

  private Groups() {}

  /**
   * The number of groups. Where the channels are not known before a run it is taken for one: if it
   * is not, TensorFlow's node for the way back finds out by itself, and is right or fails.
   */
  static int of(Step step) {
    long channels = Dimensions.size(step.x(0), Layout.of(step).channels());
    long taken = Dimensions.size(step.x(1), TAKEN);
    return channels > 0 && taken > 0 ? Math.toIntExact(channels / taken) : 1;
  }
}
