package io.github.gradcam.model;

/** How literally a network's operations are run. */
public enum Execution {
  /**
   * The part before the layer, which needs no gradient, may run as a simpler program where the
   * network's own structure proves it equal but for rounding: batch norms folded into their
   * convolutions, activations computed along with them, another order in memory. Elsewhere, and
   * from the layer on, as {@link #AS_WRITTEN}.
   */
  SIMPLIFIED,

  /** Every operation of the file, one by one, in the file's order. */
  AS_WRITTEN
}
