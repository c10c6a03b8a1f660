package io.github.gradcam.tf.internal.gradient;

import java.util.List;
import org.tensorflow.Output;

/**
 * A dilated convolution on the way back. TensorFlow's own node for it knows no dilations without
 * the kernels of oneDNN, which are not there on every processor and not for every type.
 *
 * @param step the convolution
 * @param layout where its dimensions are
 */
record Dilated(Step step, Layout layout) {

  boolean isDilated() {
    return rate(layout.height()) != 1 || rate(layout.width()) != 1;
  }

  private long rate(int axis) {
    return step.integers("dilations").get(axis);
  }

  private long reach(int axis) {
    return (size(axis) - 1) * rate(axis);
  }

  /** The size of the filter along an axis of the images. */
  private long size(int axis) {
    long size = Dimensions.size(step.x(1), axis - layout.height());
    if (size == Dimensions.UNKNOWN) {
      throw step.unsupported("it is dilated, and the size of its filter is not known.");
    }
    return size;
  }

  /** The rows or columns of zeros before or after the images. */
  private long padding(int axis, int side) {
    return switch (step.text("padding")) {
      case "VALID" -> 0;
      case "SAME" -> side == 0 ? reach(axis) / 2 : reach(axis) - reach(axis) / 2;
      default -> step.integers("explicit_paddings").get(2 * axis + side);
    };
  }

  /**
   * Whether it goes with a convolution by the turned filter: no steps, and no zeros out of reach.
   */
  boolean canTurn() {
    return step.integers("strides").stream().allMatch(stride -> stride == 1)
        && fits(layout.height())
        && fits(layout.width());
  }

  private boolean fits(int axis) {
    return padding(axis, 0) <= reach(axis) && padding(axis, 1) <= reach(axis);
  }

  /** The convolution by the filter turned round, with the zeros that were not there before. */
  Output<?> turned(Output<?> filter, Output<?> dy) {
    Emitter emit = step.emit();
    Output<?> round = emit.op("ReverseV2", filter, emit.integers(0, 1));
    Output<?> exchanged = emit.op("Transpose", round, emit.integers(0, 1, 3, 2));
    Long[] paddings = {0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L};
    for (int axis : new int[] {layout.height(), layout.width()}) {
      for (int side = 0; side < 2; side++) {
        paddings[2 * axis + side] = reach(axis) - padding(axis, side);
      }
    }
    return emit.node("Conv2D")
        .with(dy, exchanged)
        .copy(step, "strides", "use_cudnn_on_gpu", "data_format", "dilations")
        .attribute("padding", "EXPLICIT")
        .attribute("explicit_paddings", List.of(paddings))
        .make();
  }

  /** The filter with zeros in its gaps, which is not dilated. */
  Output<?> stretched(Output<?> filter) {
    Emitter emit = step.emit();
    long rows = size(layout.height());
    long columns = size(layout.width());
    long down = rate(layout.height());
    long right = rate(layout.width());
    Output<?> channels = emit.op("Slice", emit.shape(filter), emit.integers(2), emit.integers(2));
    Output<?> apart = emit.reshape(filter, sizes(channels, rows, 1, columns, 1));
    Output<?> table =
        emit.reshape(
            emit.integers(0, 0, 0, down - 1, 0, 0, 0, right - 1, 0, 0, 0, 0), emit.integers(6, 2));
    Output<?> wide =
        emit.reshape(emit.op("Pad", apart, table), sizes(channels, rows * down, columns * right));
    return emit.op(
        "Slice",
        wide,
        emit.integers(0, 0, 0, 0),
        sizes(channels, (rows - 1) * down + 1, (columns - 1) * right + 1));
  }

  private Output<?> sizes(Output<?> channels, long... spatial) {
    Emitter emit = step.emit();
    return emit.node("ConcatV2")
        .withList(List.of(emit.integers(spatial), channels))
        .with(emit.integer(0))
        .make();
  }
}
