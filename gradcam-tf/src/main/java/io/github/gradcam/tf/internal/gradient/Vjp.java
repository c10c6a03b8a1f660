package io.github.gradcam.tf.internal.gradient;

import org.tensorflow.Output;

/** The way back through one operation. */
@FunctionalInterface
interface Vjp {

  /**
   * The part of the cotangent at one input that comes through this operation, shaped as the input.
   *
   * @param step the operation, and the cotangents at its outputs
   * @param input which of the inputs; only those are asked for that lead from a wanted tensor
   * @throws UnsupportedGradientException if the attributes, or this input, are beyond what is known
   */
  Output<?> at(Step step, int input);
}
