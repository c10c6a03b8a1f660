package io.github.gradcam;

import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.Optional;

/** A layer's activations of one image, read as {@code [C, …space]} and written back. */
record Grid(Layout layout, Shape original) {

  /**
   * A class token and four registers; where there is more than one, the grid must cut the image.
   */
  private static final int MOST_LEADING = 5;

  /** Strides this alike are the same but for rounding. */
  private static final double EVEN = 1.25;

  /** Strides this different are not the two strides of one grid. */
  private static final double UNEVEN = 1.5;

  /**
   * The grid that a layout finds in a layer's activations, with more than one cell.
   *
   * @throws UnexplainableLayerException if there is none
   */
  static Grid of(String layer, Layout layout, Shape activations, Shape input) {
    return find(layout, activations, input)
        .orElseThrow(
            () ->
                new UnexplainableLayerException(
                    layer,
                    "The layer \""
                        + layer
                        + "\" returns "
                        + activations
                        + " for one image, and read as "
                        + layout
                        + " that is no grid of more than one cell, so it cannot show where."
                        + " Choose a layer before the pooling or flattening, or declare how it is laid"
                        + " out, such as Layout.tokens(rows, columns, leading)."));
  }

  /** The grid that a layout finds in a layer's activations, or empty if there is none. */
  static Optional<Grid> find(Layout layout, Shape activations, Shape input) {
    return recognised(layout, activations, input)
        .filter(known -> fits(known, activations))
        .map(known -> new Grid(known, activations))
        .filter(grid -> grid.canonical().item().size() > 1);
  }

  private static Optional<Layout> recognised(Layout layout, Shape activations, Shape input) {
    if (!(layout instanceof Layout.Automatic)) {
      return Optional.of(layout);
    }
    if (activations.rank() == input.rank()) {
      return Optional.of(
          isChannelsLast(activations, input) ? Layout.channelsLast() : Layout.channelsFirst());
    }
    boolean tokens = activations.rank() == 2 && input.rank() == 3;
    return tokens ? squareTokens(activations.length(0), input) : Optional.empty();
  }

  /**
   * Whether {@code [h, w, C]} shrinks an image evenly along both axes and {@code [C, h, w]} would
   * not: networks shrink images evenly.
   */
  private static boolean isChannelsLast(Shape activations, Shape input) {
    return input.rank() == 3
        && unevenness(activations, 0, input) <= EVEN
        && unevenness(activations, 1, input) >= UNEVEN;
  }

  /** The ratio of the strides along both axes of the image, for a grid that starts at an axis. */
  private static double unevenness(Shape activations, int axis, Shape input) {
    double rows = (double) input.length(1) / activations.length(axis);
    double columns = (double) input.length(2) / activations.length(axis + 1);
    return Math.max(rows / columns, columns / rows);
  }

  private static Optional<Layout> squareTokens(int tokens, Shape input) {
    for (int leading = 0; leading <= MOST_LEADING; leading++) {
      int side = (int) Math.round(Math.sqrt(Math.max(tokens - leading, 0)));
      if (side > 1
          && side * side == tokens - leading
          && (leading <= 1 || input.length(1) % side + input.length(2) % side == 0)) {
        return Optional.of(Layout.tokens(side, side, leading));
      }
    }
    return Optional.empty();
  }

  private static boolean fits(Layout layout, Shape activations) {
    return layout instanceof Layout.Tokens tokens
        ? activations.rank() == 2
            && activations.length(0) == tokens.leading() + (long) tokens.rows() * tokens.columns()
        : activations.rank() >= 2 && activations.rank() <= 4;
  }

  /** The shape {@code [C, …space]}. */
  Shape canonical() {
    int[] lengths = original.toArray();
    if (layout instanceof Layout.Tokens tokens) {
      return Shape.of(lengths[1], tokens.rows(), tokens.columns());
    }
    if (layout instanceof Layout.ChannelsLast) {
      int[] turned = new int[lengths.length];
      turned[0] = lengths[lengths.length - 1];
      System.arraycopy(lengths, 0, turned, 1, lengths.length - 1);
      return Shape.of(turned);
    }
    return original;
  }

  /** The activations, or gradients, of one image as {@code [C, …space]}. */
  Tensor read(Tensor item) {
    if (layout instanceof Layout.ChannelsFirst) {
      return item;
    }
    Shape shape = canonical();
    int channels = shape.length(0);
    int cells = shape.size() / channels;
    float[] from = item.toArray();
    float[] to = new float[shape.size()];
    int start = start();
    for (int cell = 0; cell < cells; cell++) {
      for (int c = 0; c < channels; c++) {
        to[c * cells + cell] = from[start + cell * channels + c];
      }
    }
    return Tensor.of(shape, to);
  }

  /**
   * The gradients of one image as {@code [C, …space]}.
   *
   * @throws UnexplainableLayerException if they reach the tokens before the grid alone: then the
   *     layer lies so late that the score reads the class token only, and no map says where
   */
  Tensor readGradients(String layer, Tensor item) {
    Tensor gradients = read(item);
    if (layout instanceof Layout.Tokens && isZero(gradients) && !isZero(item)) {
      throw new UnexplainableLayerException(
          layer,
          "Of the layer \""
              + layer
              + "\" the score depends on the tokens before the grid alone, such as the class token,"
              + " so no map can say where. Choose an earlier layer whose tokens still meet, such as"
              + " the first norm of the last block.");
    }
    return gradients;
  }

  private static boolean isZero(Tensor values) {
    FloatBuffer buffer = values.toBuffer();
    while (buffer.hasRemaining()) {
      if (buffer.get() != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * The layer's own layout again; what belongs to no place, such as a class token, is taken from
   * the original activations.
   */
  Tensor write(Tensor canonical, Tensor originalItem) {
    if (layout instanceof Layout.ChannelsFirst) {
      return canonical;
    }
    int channels = canonical.shape().length(0);
    int cells = canonical.shape().size() / channels;
    float[] from = canonical.toArray();
    float[] to = originalItem.toArray();
    int start = start();
    for (int cell = 0; cell < cells; cell++) {
      for (int c = 0; c < channels; c++) {
        to[start + cell * channels + c] = from[c * cells + cell];
      }
    }
    return Tensor.of(original, to);
  }

  private int start() {
    return layout instanceof Layout.Tokens tokens ? tokens.leading() * original.length(1) : 0;
  }
}
