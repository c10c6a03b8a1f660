package io.github.gradcam.examples.vgg16;

/** A part of the study, in the order in which they follow each other. */
enum Step {
  /** Finds or downloads the data and the weights, and computes what the frozen blocks give. */
  PREPARE,
  /** Fine-tunes the network and saves it for three engines. */
  TRAIN,
  /** Looks at the test photos, through three engines, and writes the report. */
  EVALUATE,
  /** Draws what the network looked at. */
  EXPLAIN,
  /** All of them. */
  ALL
}
