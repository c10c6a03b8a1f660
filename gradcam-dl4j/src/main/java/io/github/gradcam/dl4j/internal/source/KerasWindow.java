package io.github.gradcam.dl4j.internal.source;

import org.deeplearning4j.nn.conf.ConvolutionMode;

/**
 * What moves over an image.
 *
 * @param kernel its height and width
 * @param stride how far it moves
 * @param dilation how far apart its points lie
 * @param mode what happens at the edge
 */
record KerasWindow(int[] kernel, int[] stride, int[] dilation, ConvolutionMode mode) {

  private static final int AXES = 2;

  /** That of a convolution. */
  static KerasWindow ofKernel(KerasLayer layer, KerasShape input) {
    return of(layer, input, "kernel_size");
  }

  /** That of a pooling layer, which moves by its own size unless told otherwise. */
  static KerasWindow ofPool(KerasLayer layer, KerasShape input) {
    return of(layer, input, "pool_size");
  }

  private static KerasWindow of(KerasLayer layer, KerasShape input, String size) {
    KerasShapes.requireImage(layer, input);
    Settings settings = layer.settings();
    int[] kernel = settings.sizes(size, AXES);
    int[] once = {1, 1};
    int[] usual = size.equals("pool_size") ? kernel : once;
    int[] stride = settings.has("strides") ? settings.sizes("strides", AXES) : usual;
    int[] dilation = settings.has("dilation_rate") ? settings.sizes("dilation_rate", AXES) : once;
    ConvolutionMode mode =
        switch (settings.text("padding", "valid")) {
          case "valid" -> ConvolutionMode.Truncate;
          case "same" -> ConvolutionMode.Same;
          default -> throw settings.odd("padding", settings.text("padding", ""));
        };
    return new KerasWindow(kernel, stride, dilation, mode);
  }

  boolean isDilated() {
    return dilation[0] > 1 || dilation[1] > 1;
  }

  /** The shape it makes of another. */
  KerasShape output(KerasLayer layer, KerasShape input) {
    KerasShape output = input;
    for (int axis = 0; axis < AXES; axis++) {
      int length = input.length(axis);
      if (length != KerasShape.ANY) {
        long reach = (kernel[axis] - 1L) * dilation[axis] + 1;
        long made =
            mode == ConvolutionMode.Same
                ? (length + stride[axis] - 1L) / stride[axis]
                : Math.floorDiv(length - reach, (long) stride[axis]) + 1;
        if (made < 1) {
          throw layer.refused("which is larger than its input " + input);
        }
        output = output.with(axis, (int) made);
      }
    }
    return output;
  }
}
