package io.github.gradcam.tf.internal.gradient;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Output;

/** The cotangent at the images that a convolution is applied to. */
final class ImageCotangent {

  private final Step step;
  private final Emitter emit;
  private final Layout layout;

  ImageCotangent(Step step) {
    this.step = step;
    this.emit = step.emit();
    this.layout = Layout.of(step);
  }

  /** As a whole, channel by channel, or group by group. */
  Output<?> all() {
    int groups = Groups.of(step);
    Output<?> sizes = emit.shape(step.x(0));
    if (groups == 1) {
      return one(sizes, step.x(1), step.dy());
    }
    return isChannelByChannel() ? channels(sizes, groups) : parts(sizes, groups);
  }

  /**
   * Whether each group takes one channel, and the strides are such that there is a node for that.
   */
  private boolean isChannelByChannel() {
    List<Long> strides = step.integers("strides");
    return Dimensions.size(step.x(1), Groups.TAKEN) == 1
        && strides.get(layout.height()).equals(strides.get(layout.width()));
  }

  /** In one node, as there may be hundreds of channels. */
  private Output<?> channels(Output<?> sizes, int channels) {
    Dilated dilated = new Dilated(step, layout);
    Output<?> filter = dilated.isDilated() ? dilated.stretched(step.x(1)) : step.x(1);
    Output<?> area = emit.op("Slice", emit.shape(filter), emit.integers(0), emit.integers(2));
    Output<?> shape =
        emit.node("ConcatV2")
            .withList(List.of(area, emit.integers(channels, -1)))
            .with(emit.integer(0))
            .make();
    return emit.node("DepthwiseConv2dNativeBackpropInput")
        .with(sizes, emit.reshape(filter, shape), step.dy())
        .copy(step, "strides", "padding", "explicit_paddings", "data_format")
        .make();
  }

  /**
   * TensorFlow has no gradient of a grouped convolution on every processor: each group by itself.
   */
  private Output<?> parts(Output<?> sizes, int groups) {
    long[] divisors = {1, 1, 1, 1};
    divisors[layout.channels()] = groups;
    Output<?> part =
        Dimensions.areKnown(step.x(0))
            ? emit.integers(divided(step.x(0).shape().asArray(), divisors))
            : emit.op("FloorDiv", sizes, emit.integers(divisors));
    List<Output<?>> parts = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      Output<?> filter = part(step.x(1), 3, groups, i);
      Output<?> dy = part(step.dy(), layout.channels(), groups, i);
      parts.add(one(part, filter, dy));
    }
    return emit.node("ConcatV2").withList(parts).with(emit.integer(layout.channels())).make();
  }

  private static long[] divided(long[] sizes, long[] divisors) {
    long[] result = sizes.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] /= divisors[i];
    }
    return result;
  }

  private Output<?> part(Output<?> whole, int axis, int parts, int which) {
    return emit.node("Split")
        .with(emit.integer(axis), whole)
        .attribute("num_split", parts)
        .make(which);
  }

  private Output<?> one(Output<?> sizes, Output<?> filter, Output<?> dy) {
    Dilated dilated = new Dilated(step, layout);
    if (!dilated.isDilated()) {
      return backprop(sizes, filter, dy).copy(step, "dilations").make();
    }
    return dilated.canTurn() ? dilated.turned(filter, dy) : stretched(dilated, sizes, filter, dy);
  }

  private Output<?> stretched(Dilated dilated, Output<?> sizes, Output<?> filter, Output<?> dy) {
    return backprop(sizes, dilated.stretched(filter), dy).make();
  }

  private NodeDraft backprop(Output<?> sizes, Output<?> filter, Output<?> dy) {
    return emit.node("Conv2DBackpropInput")
        .with(sizes, filter, dy)
        .copy(step, "strides", "padding", "use_cudnn_on_gpu", "explicit_paddings", "data_format");
  }
}
