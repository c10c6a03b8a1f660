package io.github.gradcam.tf.internal.graph;

/** Where a tensor has its channels. */
public enum Axes {
  /** Behind the spatial axes: {@code [N, H, W, C]}. */
  CHANNELS_LAST,

  /** Right after the batch: {@code [N, C, H, W]}; or no channels at all. */
  CHANNELS_FIRST
}
