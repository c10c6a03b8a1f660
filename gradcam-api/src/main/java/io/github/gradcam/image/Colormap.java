package io.github.gradcam.image;

import io.github.gradcam.error.InvalidInputException;

/** Colours for heat from 0 to 1: matplotlib's tables of 256, entry for entry. */
public enum Colormap {
  /** Dark violet through green to yellow, perceptually even, fit for the colour-blind. */
  VIRIDIS,
  /** Black through purple to pale yellow, perceptually even. */
  MAGMA,
  /** Black through purple and orange to pale yellow, perceptually even. */
  INFERNO,
  /** Deep blue through pink to yellow, perceptually even; its cold end does not darken a photo. */
  PLASMA,
  /** Dark blue through grey to yellow, the same to those who cannot tell red from green. */
  CIVIDIS,
  /** A smoother rainbow, blue to red; its lightness rises and falls again. */
  TURBO,
  /** The rainbow of older papers; it shows borders where there are none. */
  JET,
  /** Black to white. */
  GREY;

  /**
   * The colour of a heat.
   *
   * @param heat 0 to 1; what lies outside takes the nearer end
   * @return packed {@code 0xRRGGBB}
   * @throws InvalidInputException if the heat is NaN
   */
  public int rgb(double heat) {
    if (Double.isNaN(heat)) {
      throw new InvalidInputException(
          "NaN has no colour: heat goes from 0 to 1. Look for NaN where the map comes from.");
    }
    return table()[(int) Math.max(0, Math.min(255, heat * 256))];
  }

  /** The 256 colours, cold to hot; shared, never to be changed. */
  int[] table() {
    return ColormapTables.of(this);
  }
}
