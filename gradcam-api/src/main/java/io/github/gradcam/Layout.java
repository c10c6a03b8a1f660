package io.github.gradcam;

import io.github.gradcam.error.InvalidInputException;

/** How a layer's activations for one image are to be read as channels over a grid. */
public sealed interface Layout {

  /**
   * Found from the shapes: as many axes as the input has means channels first, {@code [C, h, w]},
   * unless only channels last, {@code [h, w, C]}, would shrink an image evenly along both axes; one
   * axis fewer for an image means tokens {@code [T, D]} on a square grid, behind at most one class
   * token, or up to five leading tokens if the grid cuts the image into equal patches.
   */
  record Automatic() implements Layout {
    @Override
    public String toString() {
      return "what its shape suggests";
    }
  }

  /** {@code [C, h, w]}. */
  record ChannelsFirst() implements Layout {
    @Override
    public String toString() {
      return "channels first";
    }
  }

  /** {@code [h, w, C]}. */
  record ChannelsLast() implements Layout {
    @Override
    public String toString() {
      return "channels last";
    }
  }

  /**
   * {@code [T, D]}: leading tokens that belong to no place, then a grid row by row.
   *
   * @param rows the grid's rows
   * @param columns the grid's columns
   * @param leading the tokens before the grid: 1 for a class token, 2 with a distillation token
   */
  record Tokens(int rows, int columns, int leading) implements Layout {
    /** Checks that there is a grid. */
    public Tokens {
      if (rows < 1 || columns < 1 || leading < 0) {
        throw new InvalidInputException(
            "A token grid of "
                + rows
                + " × "
                + columns
                + " after "
                + leading
                + " leading tokens does not exist.");
      }
    }

    @Override
    public String toString() {
      return rows + " x " + columns + " tokens after " + leading + " others";
    }
  }

  /** The layout that is found from the shapes. */
  static Layout automatic() {
    return new Automatic();
  }

  /** Channels first, {@code [C, h, w]}. */
  static Layout channelsFirst() {
    return new ChannelsFirst();
  }

  /** Channels last, {@code [h, w, C]}. */
  static Layout channelsLast() {
    return new ChannelsLast();
  }

  /**
   * Tokens on a grid.
   *
   * @param rows the grid's rows
   * @param columns the grid's columns
   * @param leading the tokens before the grid
   * @return the layout
   * @throws InvalidInputException if that is no grid
   */
  static Layout tokens(int rows, int columns, int leading) {
    return new Tokens(rows, columns, leading);
  }
}
