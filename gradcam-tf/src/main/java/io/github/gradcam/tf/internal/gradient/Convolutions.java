package io.github.gradcam.tf.internal.gradient;

import static java.util.Map.entry;

import java.util.Map;
import org.tensorflow.Output;

/** Convolutions, and the transposed ones that TensorFlow makes of their gradients. */
final class Convolutions {

  private static final String[] FLAT = {
    "strides", "padding", "use_cudnn_on_gpu", "explicit_paddings", "data_format", "dilations"
  };
  private static final String[] DEPTHWISE = {
    "strides", "padding", "explicit_paddings", "data_format", "dilations"
  };
  private static final String[] SOLID = {"strides", "padding", "data_format", "dilations"};

  static final Map<String, Vjp> ALL =
      Map.ofEntries(
          entry("Conv2D", Convolutions::flat),
          entry("Conv2DBackpropInput", Convolutions::flatTransposed),
          entry("DepthwiseConv2dNative", Convolutions::depthwise),
          entry("DepthwiseConv2dNativeBackpropInput", Convolutions::depthwiseTransposed),
          entry("Conv3D", Convolutions::solid),
          entry("Conv3DBackpropInputV2", Convolutions::solidTransposed));

  private Convolutions() {}

  private static Output<?> flat(Step step, int input) {
    if (input == 0) {
      return new ImageCotangent(step).all();
    }
    refuseDilatedFilter(step);
    if (Groups.of(step) != 1) {
      throw step.unsupported("it is grouped, and its filter depends on what is explained.");
    }
    Emitter emit = step.emit();
    return emit.node("Conv2DBackpropFilter")
        .with(step.x(0), emit.shape(step.x(1)), step.dy())
        .copy(step, FLAT)
        .make();
  }

  private static Output<?> flatTransposed(Step step, int input) {
    Emitter emit = step.emit();
    if (input == 2) {
      return emit.node("Conv2D").with(step.dy(), step.x(1)).copy(step, FLAT).make();
    }
    refuseDilatedFilter(step);
    return emit.node("Conv2DBackpropFilter")
        .with(step.dy(), emit.shape(step.x(1)), step.x(2))
        .copy(step, FLAT)
        .make();
  }

  private static Output<?> depthwise(Step step, int input) {
    refuseDilated(step);
    Emitter emit = step.emit();
    Output<?> x = step.x(0);
    Output<?> filter = step.x(1);
    NodeDraft node =
        input == 0
            ? emit.node("DepthwiseConv2dNativeBackpropInput").with(emit.shape(x), filter, step.dy())
            : emit.node("DepthwiseConv2dNativeBackpropFilter")
                .with(x, emit.shape(filter), step.dy());
    return node.copy(step, DEPTHWISE).make();
  }

  private static Output<?> depthwiseTransposed(Step step, int input) {
    refuseDilated(step);
    Emitter emit = step.emit();
    NodeDraft node =
        input == 2
            ? emit.node("DepthwiseConv2dNative").with(step.dy(), step.x(1))
            : emit.node("DepthwiseConv2dNativeBackpropFilter")
                .with(step.dy(), emit.shape(step.x(1)), step.x(2));
    return node.copy(step, DEPTHWISE).make();
  }

  private static Output<?> solid(Step step, int input) {
    Emitter emit = step.emit();
    NodeDraft node =
        input == 0
            ? emit.node("Conv3DBackpropInputV2").with(emit.shape(step.x(0)), step.x(1), step.dy())
            : emit.node("Conv3DBackpropFilterV2").with(step.x(0), emit.shape(step.x(1)), step.dy());
    return node.copy(step, SOLID).make();
  }

  private static Output<?> solidTransposed(Step step, int input) {
    Emitter emit = step.emit();
    NodeDraft node =
        input == 2
            ? emit.node("Conv3D").with(step.dy(), step.x(1))
            : emit.node("Conv3DBackpropFilterV2").with(step.dy(), emit.shape(step.x(1)), step.x(2));
    return node.copy(step, SOLID).make();
  }

  /** TensorFlow has no kernel that runs it, and those for the way back do not look at the rates. */
  private static void refuseDilated(Step step) {
    if (isDilated(step)) {
      throw step.unsupported("it is dilated and works on each channel by itself.");
    }
  }

  private static boolean isDilated(Step step) {
    return step.integers("dilations").stream().anyMatch(rate -> rate != 1);
  }

  private static void refuseDilatedFilter(Step step) {
    if (isDilated(step)) {
      throw step.unsupported("it is dilated, and its filter depends on what is explained.");
    }
  }
}
