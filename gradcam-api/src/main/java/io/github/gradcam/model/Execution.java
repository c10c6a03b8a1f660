package io.github.gradcam.model;

/**
 * How literally a network's operations are run.
 *
 * <p>The part before a layer needs no gradient. It may run as a simpler program where the network's
 * own structure proves it equal but for rounding: batch norms folded into their convolutions,
 * activations computed along with them, another order in memory. From the layer on, the operations
 * are always the network's own.
 */
public enum Execution {
  /**
   * Simplified where rounding cannot matter: because only smooth operations lie behind the layer,
   * so that activations that differ by rounding have gradients that differ by rounding; or because
   * the simpler program was seen to give the very bits. Elsewhere as written.
   */
  AUTOMATIC,

  /**
   * Simplified wherever it is proven equal but for rounding. Where a ReLU or a maximum lies behind
   * the layer, rounding may move a number over its kink, and the gradient with it, as another
   * number of threads may, too.
   */
  SIMPLIFIED,

  /** Every operation of the network, one by one, in its order. */
  AS_WRITTEN
}
