package io.github.gradcam.tf.internal.gradient;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tensorflow.Output;

/** Maxima and means of windows. */
final class Pooling {

  private static final String[] WINDOWS = {"ksize", "strides", "padding", "data_format"};

  static final Map<String, Vjp> ALL =
      Map.ofEntries(
          entry("MaxPool", (step, input) -> max(step)),
          entry("MaxPoolV2", (step, input) -> maxOfTensors(step)),
          entry("MaxPool3D", (step, input) -> maxSolid(step)),
          entry("MaxPoolWithArgmax", (step, input) -> maxAt(step)),
          entry("AvgPool", (step, input) -> mean(step, "AvgPoolGrad")),
          entry("AvgPool3D", (step, input) -> mean(step, "AvgPool3DGrad")));

  private Pooling() {}

  private static Output<?> max(Step step) {
    if (step.text("data_format").equals("NCHW")) {
      return maxOfChannelsFirst(step);
    }
    return step.emit()
        .node("MaxPoolGrad")
        .with(step.x(0), step.y(), step.dy())
        .copy(step, WINDOWS)
        .copy(step, "explicit_paddings")
        .make();
  }

  /** A processor finds such maxima but has no way back from them: the channels are moved. */
  private static Output<?> maxOfChannelsFirst(Step step) {
    Emitter emit = step.emit();
    Output<?> last = emit.integers(0, 2, 3, 1);
    Output<?> first = emit.integers(0, 3, 1, 2);
    Output<?> gradient =
        emit.node("MaxPoolGrad")
            .with(
                emit.op("Transpose", step.x(0), last),
                emit.op("Transpose", step.y(), last),
                emit.op("Transpose", step.dy(), last))
            .copy(step, "padding")
            .attribute("ksize", channelsLast(step.integers("ksize"), 1))
            .attribute("strides", channelsLast(step.integers("strides"), 1))
            .attribute("explicit_paddings", channelsLast(step.integers("explicit_paddings"), 2))
            .make();
    return emit.op("Transpose", gradient, first);
  }

  /** An attribute with so many numbers for each dimension. */
  private static List<Long> channelsLast(List<Long> numbers, int each) {
    if (numbers.isEmpty()) {
      return numbers;
    }
    return IntStream.of(0, 2, 3, 1)
        .boxed()
        .flatMap(axis -> numbers.subList(axis * each, (axis + 1) * each).stream())
        .toList();
  }

  private static Output<?> maxOfTensors(Step step) {
    return step.emit()
        .node("MaxPoolGradV2")
        .with(step.x(0), step.y(), step.dy(), step.x(1), step.x(2))
        .copy(step, "padding", "data_format")
        .make();
  }

  private static Output<?> maxSolid(Step step) {
    return step.emit()
        .node("MaxPool3DGrad")
        .with(step.x(0), step.y(), step.dy())
        .copy(step, WINDOWS)
        .make();
  }

  private static Output<?> maxAt(Step step) {
    return step.emit()
        .node("MaxPoolGradWithArgmax")
        .with(step.x(0), step.dy(), step.y(1))
        .copy(step, "ksize", "strides", "padding", "include_batch_in_index")
        .make();
  }

  private static Output<?> mean(Step step, String type) {
    return step.emit()
        .node(type)
        .with(step.emit().shape(step.x(0)), step.dy())
        .copy(step, WINDOWS)
        .make();
  }
}
